package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * A change of a pocket without a floor. Its balance is not locked, so its entry is numbered later.
 *
 * @param leg number of the leg, from 1
 * @param delta minor units, negative if the pocket pays
 */
public record HouseDelta(
    PocketId pocket, Instant bookedAt, TransferId transfer, int leg, BigInteger delta) {
  public HouseDelta {
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(bookedAt, "bookedAt");
    Objects.requireNonNull(transfer, "transfer");
    Objects.requireNonNull(delta, "delta");
  }
}
