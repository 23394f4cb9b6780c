package io.clientele.domain.ledger.transfer;

import java.time.Duration;
import java.util.Objects;

/**
 * How many holds are open.
 *
 * @param open legs of holds that have a rest
 * @param overdue for how long the oldest hold without an owner has been expired and not released;
 *     zero if none is
 */
public record HoldFigures(long open, Duration overdue) {
  public HoldFigures {
    Objects.requireNonNull(overdue, "overdue");
  }
}
