package io.clientele.archrules.shop.domain.client;

/** Clean: shared by contexts. */
public record ClientNumber(long value) {
  /** Nested in a shared type. */
  public enum Kind {
    PRIVATE,
    BUSINESS
  }
}
