package io.clientele.domain.ledger.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that the ledger has decided and stores permanently. Immutable.
 *
 * @param bookedAt by the clock of the ledger, in whole microseconds
 * @param legs that were moved, held, released or reversed; empty if the transfer is refused
 * @param refusal null if the transfer is booked
 */
public record BookedTransfer(
    Transfer transfer, Instant bookedAt, List<SettledLeg> legs, @Nullable Refusal refusal) {
  public BookedTransfer {
    Objects.requireNonNull(transfer, "transfer");
    Objects.requireNonNull(bookedAt, "bookedAt");
    legs = List.copyOf(Objects.requireNonNull(legs, "legs"));
  }

  /**
   * A leg with its number.
   *
   * @param number of the leg in this transfer, or in its parent for a settlement; from 1
   */
  public record SettledLeg(int number, Leg leg) {
    public SettledLeg {
      Objects.requireNonNull(leg, "leg");
    }
  }

  /** The id of the transfer. */
  public TransferId id() {
    return transfer.id();
  }

  /** Whether the transfer is booked. */
  public boolean isBooked() {
    return refusal == null;
  }
}
