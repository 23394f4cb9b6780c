package io.clientele.domain.views;

/** A writer's batches after {@code from}, up to and including {@code to}. */
public record OffsetRange(Offset from, Offset to) {}
