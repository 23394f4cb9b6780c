package io.clientele.domain.ledger.transfer;

import io.clientele.domain.ledger.PocketId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * The amounts of a pocket at an instant, in minor units.
 *
 * @param held reserved by open holds; part of {@code posted}
 * @param seq number of the pocket's last entry; 0 if there is none
 */
public record Balance(PocketId pocket, BigInteger posted, BigInteger held, long seq, Instant asOf) {
  public Balance {
    Objects.requireNonNull(pocket, "pocket");
    Objects.requireNonNull(posted, "posted");
    Objects.requireNonNull(held, "held");
    Objects.requireNonNull(asOf, "asOf");
  }

  /** The amount that is posted and not held. */
  public BigInteger available() {
    return posted.subtract(held);
  }

  /** Whether nothing is posted and nothing is held. */
  public boolean isEmpty() {
    return posted.signum() == 0 && held.signum() == 0;
  }
}
