package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.Pocket;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * A pocket and its balance before a decision. The balance of a pocket without a floor is not used.
 *
 * @param seq number of the pocket's last entry
 * @param bookedAt time of the pocket's last entry
 */
public record PocketState(
    Pocket pocket, BigInteger posted, BigInteger held, long seq, Instant bookedAt) {
  public PocketState {
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(posted, "posted");
    Objects.requireNonNull(held, "held");
    Objects.requireNonNull(bookedAt, "bookedAt");
  }

  /** A pocket that has no entry yet, or has no floor. */
  public static PocketState empty(Pocket pocket) {
    return new PocketState(pocket, BigInteger.ZERO, BigInteger.ZERO, 0, Instant.EPOCH);
  }

  /** Whether the pocket has a floor; only then is its balance locked and checked. */
  public boolean isBounded() {
    return pocket.floor() != null;
  }
}
