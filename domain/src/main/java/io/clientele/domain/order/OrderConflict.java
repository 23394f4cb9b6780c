package io.clientele.domain.order;

/**
 * Why the state of an order refuses a command. When several apply, the first is told. The API
 * writes {@code order-} and the name.
 */
public enum OrderConflict {
  EXPIRED,
  CANCELLED,
  RETURNED,
  DELIVERED,
  SHIPPED,
  PARTIAL,
  PACKED,
  CAPTURED,
  HELD
}
