package io.clientele.archrules.market.domain.client;

import io.clientele.archrules.market.domain.kernel.Money;

/** Clean: a context that uses a shared package. */
public record Customer(String name, Money limit) {
  /** Nested in a type that other contexts use. */
  public enum Kind {
    PRIVATE,
    BUSINESS
  }
}
