package io.clientele.domain.views;

import java.util.Objects;

/** A writer's batches after {@code from}, up to and including {@code to}. */
public record OffsetRange(Offset from, Offset to) {
  public OffsetRange {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
