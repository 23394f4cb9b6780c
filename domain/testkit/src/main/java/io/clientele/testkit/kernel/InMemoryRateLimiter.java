package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Permits of one process, on a clock that the test turns. */
public final class InMemoryRateLimiter implements RateLimiter {
  private final Map<Budget, Quota> limits;
  private final LongSupplier nanos;
  private final Map<Holder, Long> wholeAt = new HashMap<>();

  private record Holder(Budget budget, String name) {}

  /** With a limit for each budget. */
  public InMemoryRateLimiter(Map<Budget, Quota> limits, LongSupplier nanos) {
    this.limits = Map.copyOf(limits);
    this.nanos = nanos;
  }

  @Override
  public synchronized Permit take(Budget budget, String holder) {
    var limit = Objects.requireNonNull(limits.get(budget), "no limit");
    var key = new Holder(budget, holder);
    var now = nanos.getAsLong();
    var whole = wholeAt.getOrDefault(key, now);
    if (limit.left(whole, now) < 1) {
      return limit.refused(limit.nanosToNext(whole, now));
    }
    var next = limit.after(1, whole, now);
    wholeAt.put(key, next);
    return limit.granted(limit.left(next, now));
  }
}
