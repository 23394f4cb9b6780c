/**
 * Transfers as entries of the audit's chain. Uses transfers of the domain, `change` and the rows of
 * the ledger. Start at {@link io.clientele.persistence.ledger.chain.ChainedTransfers}.
 */
@NullMarked
package io.clientele.persistence.ledger.chain;

import org.jspecify.annotations.NullMarked;
