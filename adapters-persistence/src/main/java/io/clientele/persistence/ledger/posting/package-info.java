/**
 * Posting of transfers: a combiner joins work items of many calls into transactions of three
 * statements with arrays. Other contexts store rows of theirs with transfers by {@link
 * io.clientele.persistence.ledger.posting.Companion}. Uses the rules of the domain, the rows and
 * the chain of the ledger, and the shared packages. Start at {@link
 * io.clientele.persistence.ledger.posting.TransferCombiner}.
 */
@NullMarked
package io.clientele.persistence.ledger.posting;

import org.jspecify.annotations.NullMarked;
