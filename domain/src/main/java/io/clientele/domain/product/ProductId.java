package io.clientele.domain.product;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a product: a UUID of version 7. */
public record ProductId(UUID value) implements Comparable<ProductId> {
  public ProductId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. */
  public static ProductId parse(String text) {
    return new ProductId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static ProductId of(Instant at, RandomGenerator random) {
    return new ProductId(Uuid7.of(at, random));
  }

  /** The name of the product in the audit. */
  public String subject() {
    return "product:" + value;
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}. */
  @Override
  public int compareTo(ProductId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
