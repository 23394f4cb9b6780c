package io.clientele.domain.order;

import io.clientele.domain.kernel.text.TextRules;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.line.LineRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to cancel an order or a part of it.
 *
 * @param reason 1 to 200 characters; null for none
 * @param lines empty for the whole order
 */
public record Cancellation(Cause cause, @Nullable String reason, List<LineRequest> lines) {
  private static final int REASON_MAX = 200;

  /** Throws {@link io.clientele.domain.kernel.InvalidValue}. */
  public Cancellation {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(lines, "lines");
    reason = reason == null ? null : TextRules.line("reason", reason, 1, REASON_MAX);
    lines = List.copyOf(lines);
  }

  /** Returns the request to cancel the whole order without a reason. */
  public static Cancellation whole(Cause cause) {
    return new Cancellation(cause, null, List.of());
  }
}
