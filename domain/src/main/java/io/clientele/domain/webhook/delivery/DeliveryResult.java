package io.clientele.domain.webhook.delivery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one attempt.
 *
 * @param millis how long it took
 * @param answer the beginning of the body of the answer, at most 1 KiB in UTF-8; null if there was
 *     none
 */
public record DeliveryResult(DeliveryOutcome outcome, long millis, @Nullable String answer) {
  /** The most bytes of an answer that are kept. */
  public static final int ANSWER_BYTES_MAX = 1_024;

  public DeliveryResult {
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Prints without the answer, which may be personal. */
  @Override
  public String toString() {
    return "DeliveryResult[" + outcome + ", " + millis + " ms]";
  }
}
