package io.clientele.archrules.shop.domain;

import java.time.Instant;
import java.util.Arrays;

/** Clean: a type of the kernel, with an array of primitives in it. */
public final class Order {
  private static final int[] WEIGHTS = {3, 1};

  final Instant at;
  private final int[] lines;

  public Order(Instant at, int... lines) {
    this.at = at;
    this.lines = lines;
  }

  public long checkDigit() {
    return Arrays.stream(lines).mapToLong(line -> line * (long) WEIGHTS[line & 1]).sum() % 10;
  }
}
