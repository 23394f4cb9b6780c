/**
 * How transfers are posted and shown: who may post what, how a request becomes a transfer, and what
 * an actor sees of it. The use cases of {@link io.clientele.application.ledger.transfer} share it.
 * Uses the domain. Start at {@link io.clientele.application.ledger.posting.TransferPosting}.
 */
@NullMarked
package io.clientele.application.ledger.posting;

import org.jspecify.annotations.NullMarked;
