package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.RateLimiter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Other permits; what they refuse is counted, by budget and never by holder. */
public final class MeteredRateLimiter implements RateLimiter {
  private static final AttributeKey<String> BUDGET = AttributeKey.stringKey("budget");

  private final RateLimiter permits;
  private final LongCounter refused;
  private final Map<Budget, Attributes> of = new EnumMap<>(Budget.class);

  /** Counts what these refuse. */
  public MeteredRateLimiter(RateLimiter permits, Meter meter) {
    this.permits = permits;
    this.refused =
        meter
            .counterBuilder("clientele.permits.refused")
            .setDescription("Calls that were answered 429")
            .build();
    for (var budget : Budget.values()) {
      of.put(budget, Attributes.of(BUDGET, budget.name().toLowerCase(Locale.ROOT)));
      // There from the start: the first refusal must be a step up, not a new line.
      refused.add(0, of.get(budget));
    }
  }

  @Override
  public Permit take(Budget budget, String holder) {
    var permit = permits.take(budget, holder);
    if (!permit.granted()) {
      refused.add(1, of.get(budget));
    }
    return permit;
  }
}
