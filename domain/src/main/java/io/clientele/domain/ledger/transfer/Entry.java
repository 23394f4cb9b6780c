package io.clientele.domain.ledger.transfer;

import io.clientele.domain.ledger.PocketId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * One change of a pocket's balance by one leg of a transfer. Amounts are minor units.
 *
 * @param seq counts the entries of the pocket from 1, without gaps
 * @param leg number of the leg, from 1
 */
public record Entry(
    PocketId pocket,
    long seq,
    Instant bookedAt,
    TransferId transfer,
    int leg,
    BigInteger delta,
    BigInteger heldDelta,
    BigInteger postedAfter,
    BigInteger heldAfter) {
  public Entry {
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(bookedAt, "bookedAt");
    Objects.requireNonNull(transfer, "transfer");
    Objects.requireNonNull(delta, "delta");
    Objects.requireNonNull(heldDelta, "heldDelta");
    Objects.requireNonNull(postedAfter, "postedAfter");
    Objects.requireNonNull(heldAfter, "heldAfter");
  }
}
