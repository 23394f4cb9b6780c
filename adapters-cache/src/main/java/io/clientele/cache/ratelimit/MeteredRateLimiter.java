package io.clientele.cache.ratelimit;

import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A rate limiter that counts the refusals of another one, by limit and never by key. */
public final class MeteredRateLimiter implements RateLimiter {
  private static final AttributeKey<String> BUDGET = AttributeKey.stringKey("budget");

  private final RateLimiter permits;
  private final LongCounter refused;
  private final Map<RateLimit, Attributes> labels;

  /** Counts the refusals of this limiter, under these limits. */
  public MeteredRateLimiter(RateLimiter permits, Set<RateLimit> limits, Meter meter) {
    this.permits = permits;
    this.labels =
        limits.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), MeteredRateLimiter::label));
    this.refused =
        meter
            .counterBuilder("clientele.permits.refused")
            .setDescription("Calls that were answered 429")
            .build();
    // There from the start: the first refusal must be a step up, not a new line.
    labels.values().forEach(label -> refused.add(0, label));
  }

  @Override
  public Permit take(RateLimit limit, String key, int count) {
    var permit = permits.take(limit, key, count);
    if (!permit.granted()) {
      refused.add(1, labels.getOrDefault(limit, Attributes.empty()));
    }
    return permit;
  }

  private static Attributes label(RateLimit limit) {
    return Attributes.of(BUDGET, limit.name().toLowerCase(Locale.ROOT));
  }
}
