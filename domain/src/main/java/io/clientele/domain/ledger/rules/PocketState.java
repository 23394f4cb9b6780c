package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.Pocket;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A pocket and its balance, as a decision finds it. For a pocket without a floor the balance has no
 * meaning: nothing is decided by it.
 *
 * @param seq number of the pocket's last entry
 * @param bookedAt time of the pocket's last entry
 */
public record PocketState(
    Pocket pocket, BigInteger posted, BigInteger held, long seq, Instant bookedAt) {
  /** A pocket that has no entry yet, or has no floor. */
  public static PocketState empty(Pocket pocket) {
    return new PocketState(pocket, BigInteger.ZERO, BigInteger.ZERO, 0, Instant.EPOCH);
  }

  /** Whether the pocket has a floor, so that its balance is locked and decides. */
  public boolean isBounded() {
    return pocket.floor() != null;
  }
}
