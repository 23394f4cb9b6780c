package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Refusal.HoldEnd;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rest of one leg of a hold.
 *
 * @param leg number of the leg, from 1
 * @param rest minor units; 0 once the leg has ended
 * @param owner null if the ledger lets the hold expire
 * @param ended how the leg ended; null while there is a rest
 */
public record HoldState(
    TransferId transfer,
    int leg,
    PocketId pocket,
    BigInteger rest,
    Instant expiresAt,
    @Nullable String owner,
    @Nullable HoldEnd ended) {
  public HoldState {
    Objects.requireNonNull(transfer, "transfer");
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(rest, "rest");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** Whether the rest is 0. */
  public boolean isOver() {
    return rest.signum() == 0;
  }

  /** Whether the hold has expired at this instant and has no owner. */
  public boolean isExpired(Instant at) {
    return owner == null && !expiresAt.isAfter(at);
  }

  /** Returns the leg with a smaller rest. */
  HoldState minus(BigInteger amount, HoldEnd end) {
    var left = rest.subtract(amount);
    return new HoldState(
        transfer, leg, pocket, left, expiresAt, owner, left.signum() == 0 ? end : null);
  }
}
