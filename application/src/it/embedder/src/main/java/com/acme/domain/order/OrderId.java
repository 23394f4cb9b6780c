package com.acme.domain.order;

import java.util.Objects;
import java.util.UUID;

/** The id of an order. */
public record OrderId(UUID value) {
  public OrderId {
    Objects.requireNonNull(value, "value");
  }
}
