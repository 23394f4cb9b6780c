package io.clientele.domain.order;

import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.ledger.transfer.TransferId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * The permanent id of an order, chosen by the client: a UUID of version 7. The ids of its transfers
 * are UUIDs of version 8 from a hash of it, so that no other transfer can take them.
 */
public record OrderId(UUID value) implements Comparable<OrderId> {
  public OrderId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. Throws {@code InvalidValue}. */
  public static OrderId parse(String text) {
    return new OrderId(Uuid7.parse(text));
  }

  /** The id of the transfer that holds the money and the goods. */
  public TransferId hold() {
    return derived("order-hold:" + value);
  }

  /** The id of the transfer that captures the hold. */
  public TransferId capture() {
    return derived("order-capture:" + value);
  }

  /** The id of the transfer that releases the hold. */
  public TransferId release() {
    return derived("order-release:" + value);
  }

  /** The id of the transfer that takes back a part of the capture, made at a version. */
  public TransferId reversal(long version) {
    return derived("order-reversal:" + value + ":" + version);
  }

  /** The id of the transfer that a reversal entails, made at a version. */
  public TransferId transfer(long version) {
    return derived("order-transfer:" + value + ":" + version);
  }

  /** The id of the transfer of a refund to the pocket of unclaimed money, made at a version. */
  public TransferId unclaimed(long version) {
    return derived("order-unclaimed:" + value + ":" + version);
  }

  /** The name of the order in the audit, and as the owner of its hold. */
  public String subject() {
    return "order:" + value;
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}. */
  @Override
  public int compareTo(OrderId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }

  private static TransferId derived(String text) {
    try {
      var hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      var high = hash.getLong() & ~0xf000L | 0x8000L;
      var low = hash.getLong() >>> 2 | 1L << 63;
      return new TransferId(new UUID(high, low));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
