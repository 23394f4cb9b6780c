package io.clientele.domain.order.line;

import java.math.BigInteger;
import java.util.Objects;

/**
 * A part of a line.
 *
 * @param line number of the line, from 1
 * @param units in minor units of the item's scale, more than 0
 */
public record LineUnits(int line, BigInteger units) {
  public LineUnits {
    Objects.requireNonNull(units, "units");
  }
}
