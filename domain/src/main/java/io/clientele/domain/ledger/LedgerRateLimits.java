package io.clientele.domain.ledger;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Set;

/** The rate limits of the ledger. */
public final class LedgerRateLimits {
  /** Transfers in batches of one caller: a batch counts as its number of transfers. */
  public static final RateLimit BATCHED_TRANSFERS =
      new RateLimit(
          "BATCHED_TRANSFERS",
          "batched-transfers",
          new Quota(60_000, Duration.ofMinutes(1)),
          "Transfers in batches of a caller");

  /** All of them. */
  public static final Set<RateLimit> ALL = Set.of(BATCHED_TRANSFERS);

  private LedgerRateLimits() {}
}
