package io.clientele.cache;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits;
import java.util.Map;
import java.util.function.LongSupplier;

/** Permits of this process alone, for a service without Redis. */
public final class LocalPermits implements Permits {
  private final LongSupplier nanos;
  private final Holders<Bucket> holders;

  /** With a limit for each budget. */
  public LocalPermits(Map<Budget, Limit> limits) {
    this(limits, System::nanoTime, Holders.MAX);
  }

  LocalPermits(Map<Budget, Limit> limits, LongSupplier nanos, int holdersMax) {
    this.nanos = nanos;
    this.holders =
        new Holders<>(limits, holdersMax, (budget, holder, limit, now) -> new Bucket(limit, now));
  }

  @Override
  public Permit take(Budget budget, String holder) {
    var now = nanos.getAsLong();
    return holders.of(budget, holder, now).take(now);
  }

  /** How many holders are kept. */
  long holders() {
    return holders.size();
  }
}
