package io.clientele.domain.operation;

import io.clientele.domain.kernel.AccountId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation that this instance has leased and may run.
 *
 * @param account whose data the request holds; null for none
 * @param attempt the number of this attempt, from 1
 * @param epoch the number of the lease; a later lease has a greater one
 */
public record ClaimedOperation(
    OperationId id,
    @Nullable AccountId account,
    OperationMessage request,
    int attempt,
    long epoch) {
  public ClaimedOperation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(request, "request");
  }

  @Override
  public String toString() {
    return "ClaimedOperation[" + id + ", attempt " + attempt + "]";
  }
}
