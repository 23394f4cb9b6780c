/**
 * Whether the ledger balances: the sums of its assets, and the proof that entries explain every
 * balance. Start at {@link io.clientele.domain.ledger.proof.LedgerProof}.
 */
@NullMarked
package io.clientele.domain.ledger.proof;

import org.jspecify.annotations.NullMarked;
