package io.clientele.domain.operation;

import io.clientele.domain.kernel.AccountId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request that has run.
 *
 * @param verdict what the response means for the operation
 * @param account whose data the response holds; null for none
 * @param response stored encrypted
 */
public record OperationResult(
    Verdict verdict, @Nullable AccountId account, OperationMessage response) {
  public OperationResult {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(response, "response");
  }

  /** What a response means for its operation. */
  public enum Verdict {
    /** The write is carried out. */
    DONE,
    /** The write is refused and does not run again. */
    FAILED,
    /** The service could not decide; the request is to run again. */
    UNAVAILABLE
  }
}
