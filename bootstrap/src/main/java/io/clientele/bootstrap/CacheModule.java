package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.RateLimitSettings;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.clientele.cache.Redis;
import io.clientele.cache.ratelimit.LocalRateLimiter;
import io.clientele.cache.ratelimit.MeteredRateLimiter;
import io.clientele.cache.ratelimit.RedisRateLimiter;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.http.health.HealthCheck;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Provides the ports that Redis implements, or their replacements without Redis. */
@Module
interface CacheModule {
  @Provides
  @Singleton
  static Optional<Redis> redis(Config config, OpenTelemetry telemetry) {
    return config.redis().map(redis -> new Redis(redis, telemetry));
  }

  @Provides
  @ElementsIntoSet
  static Set<Managed> managed(Optional<Redis> redis) {
    return redis
        .map(client -> Set.of(Managed.stopping("redis", Phase.CACHE, client)))
        .orElse(Set.of());
  }

  @Provides
  @ElementsIntoSet
  static Set<HealthCheck> healthChecks(Optional<Redis> redis) {
    return redis
        .map(client -> Set.of(new HealthCheck("redis", false, client::isUp)))
        .orElse(Set.of());
  }

  /**
   * Provides the rate limiter. Its Redis keys are keyed hashes, which only the instances can
   * compute.
   */
  @Provides
  @Singleton
  static RateLimiter permits(
      Config config, Optional<Redis> redis, Set<RateLimit> limits, Meter meter) {
    var quotas = RateLimitSettings.quotas(config, limits);
    var secret = config.dataKeys().derived("clientele rate limits");
    var permits =
        redis
            .<RateLimiter>map(client -> new RedisRateLimiter(client, quotas, secret))
            .orElseGet(() -> new LocalRateLimiter(quotas));
    return new MeteredRateLimiter(permits, limits, meter);
  }
}
