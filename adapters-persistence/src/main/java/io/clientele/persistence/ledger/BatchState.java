package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the decision of a batch needs, and what its transaction needs beside.
 *
 * @param erased transfers that belonged to an account that is erased since
 * @param transactionId of PostgreSQL; null if the transaction only reads
 */
record BatchState(PostingState ledger, Set<TransferId> erased, @Nullable String transactionId) {}
