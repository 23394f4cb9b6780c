package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of the decision of a batch and of its transaction.
 *
 * @param erased transfers of accounts that are erased since
 * @param transactionId of PostgreSQL; null if the transaction only reads
 */
record BatchState(PostingState ledger, Set<TransferId> erased, @Nullable String transactionId) {}
