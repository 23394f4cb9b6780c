package io.clientele.archrules.market.domain.kernel;

/** Clean: a shared package that every context uses. */
public record Money(long cents) {}
