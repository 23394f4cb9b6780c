package io.clientele.domain.views;

/** A writer's batches after {@code from}, up to and with {@code to}. */
public record Span(Mark from, Mark to) {}
