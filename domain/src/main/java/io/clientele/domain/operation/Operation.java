package io.clientele.domain.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queued write and its state.
 *
 * @param caller the stable name of the actor who asked for it
 * @param response the response at the end; null while the operation is queued
 */
public record Operation(
    OperationId id, String caller, Status status, @Nullable OperationMessage response) {
  public Operation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(status, "status");
  }

  /** The state of an operation. */
  public enum Status {
    /** It waits for its turn, or runs. */
    QUEUED,
    /** The write was carried out. */
    DONE,
    /** The write was refused. */
    FAILED
  }
}
