package io.clientele.archrules.market.domain.stock;

import io.clientele.archrules.market.domain.kernel.Money;

/** Clean: a context that no other context uses but order. */
public record Item(String name, Money price) {}
