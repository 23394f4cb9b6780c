package io.clientele.domain.order;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.order.line.LineRequest;
import java.util.List;
import java.util.Objects;

/**
 * A request to take back units that were shipped.
 *
 * @param lines 1 to 50
 * @param isRefunded whether their price is paid back
 * @param isRestocked whether they can be sold again
 */
public record ReturnRequest(List<LineRequest> lines, boolean isRefunded, boolean isRestocked) {
  /** Throws {@link InvalidValue}. */
  public ReturnRequest {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    if (lines.isEmpty() || lines.size() > LineRequest.LINES_MAX) {
      throw new InvalidValue("lines", "must be 1 to " + LineRequest.LINES_MAX);
    }
  }
}
