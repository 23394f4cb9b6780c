package io.clientele.domain.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A write to queue.
 *
 * @param caller the stable name of the actor who asked for it
 * @param subject names what is written, such as {@code order:0199f3b2-…}; operations on one subject
 *     run in the order of acceptance
 * @param account whose data the request holds, so that its erasure removes the operation; null for
 *     none
 * @param key a second request with this key is the same operation; null for a request without a key
 * @param request stored encrypted
 */
public record NewOperation(
    OperationId id,
    String caller,
    String subject,
    @Nullable AccountId account,
    @Nullable IdempotencyKey key,
    OperationMessage request) {
  public NewOperation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(request, "request");
  }

  @Override
  public String toString() {
    return "NewOperation[" + id + ", " + subject + "]";
  }
}
