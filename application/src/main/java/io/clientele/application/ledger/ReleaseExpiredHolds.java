package io.clientele.application.ledger;

import io.clientele.domain.ledger.rules.HoldExpiry;
import io.clientele.domain.ledger.transfer.Ledger;
import java.util.Objects;

/**
 * Releases expired holds. Any number of processes may run it: the id of a release depends on the
 * hold only, so it is booked once.
 */
public final class ReleaseExpiredHolds {
  private static final int BATCH_MAX = 200;

  private final Ledger ledger;

  public ReleaseExpiredHolds(Ledger ledger) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /**
   * Releases up to 200 holds.
   *
   * @return the number of expired holds found
   */
  public int release() {
    var expired = ledger.expiredHolds(BATCH_MAX);
    if (!expired.isEmpty()) {
      ledger.post(expired.stream().map(HoldExpiry::release).toList());
    }
    return expired.size();
  }
}
