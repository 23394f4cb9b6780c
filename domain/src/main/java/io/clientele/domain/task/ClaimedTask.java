package io.clientele.domain.task;

import io.clientele.domain.kernel.AccountId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that this instance has leased and may carry out.
 *
 * @param account whose data the payload holds; null for none
 * @param attempt the number of this attempt, from 1
 * @param epoch the number of the lease; a later lease has a greater one
 * @param trace the {@code traceparent} of the request that asked for the task; null for none
 */
public record ClaimedTask(
    TaskId id,
    String kind,
    String key,
    @Nullable AccountId account,
    String payload,
    int attempt,
    long epoch,
    @Nullable String trace) {
  public ClaimedTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(payload, "payload");
  }

  @Override
  public String toString() {
    return "ClaimedTask[" + id + ", " + kind + ", attempt " + attempt + "]";
  }
}
