package io.clientele.domain.order.line;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order on its way.
 *
 * @param shippedAt null until it leaves
 * @param endedAt when it was last delivered, lost or returned; null before
 * @param version 1 for the first; each change raises it
 */
public record Shipment(
    ShipmentId id,
    List<LineUnits> lines,
    Carriage carriage,
    Status status,
    Instant packedAt,
    @Nullable Instant shippedAt,
    @Nullable Instant endedAt,
    long version) {
  public Shipment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(carriage, "carriage");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(packedAt, "packedAt");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }

  /** What became of a shipment. */
  public enum Status {
    PACKED,
    SHIPPED,
    DELIVERED,
    LOST,
    RETURNED;

    /** Whether a shipment of this status may become the other next. */
    public boolean mayBecome(Status next) {
      return switch (this) {
        case PACKED -> next == SHIPPED || next == RETURNED;
        case SHIPPED -> next == DELIVERED || next == LOST || next == RETURNED;
        case DELIVERED -> next == RETURNED;
        case LOST, RETURNED -> false;
      };
    }
  }

  /**
   * Who carries the shipment.
   *
   * @param carrier 1 to 100 characters; null if unknown
   * @param tracking the carrier's name for the shipment, 1 to 100 characters; null if unknown
   */
  public record Carriage(@Nullable String carrier, @Nullable String tracking) {
    private static final int TEXT_MAX = 100;

    /** Throws {@link InvalidValue}. */
    public Carriage {
      carrier = carrier == null ? null : TextRules.line("carrier", carrier, 1, TEXT_MAX);
      tracking = tracking == null ? null : TextRules.line("tracking", tracking, 1, TEXT_MAX);
    }
  }

  /** Whether the shipment was on its way and was lost or came back. */
  public boolean isMissing() {
    return shippedAt != null && (status == Status.LOST || status == Status.RETURNED);
  }

  /** Whether the shipment is on its way or with the customer. */
  public boolean isOut() {
    return status == Status.SHIPPED || status == Status.DELIVERED;
  }

  public Shipment become(Status next, Instant at) {
    return new Shipment(
        id,
        lines,
        carriage,
        next,
        packedAt,
        next == Status.SHIPPED ? at : shippedAt,
        next == Status.SHIPPED ? null : at,
        version);
  }

  public Shipment carried(Carriage by) {
    return new Shipment(id, lines, by, status, packedAt, shippedAt, endedAt, version);
  }

  public Shipment raised() {
    return new Shipment(id, lines, carriage, status, packedAt, shippedAt, endedAt, version + 1);
  }
}
