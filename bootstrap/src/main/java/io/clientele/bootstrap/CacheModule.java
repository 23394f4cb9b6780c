package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.clientele.cache.GuardedCalls;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.ratelimit.LocalRateLimiter;
import io.clientele.cache.ratelimit.MeteredRateLimiter;
import io.clientele.cache.ratelimit.RedisRateLimiter;
import io.clientele.cache.views.GuardedViewStaging;
import io.clientele.cache.views.RedisViewStaging;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The fast ports, on Redis where there is one. */
@Module
interface CacheModule {
  @Provides
  @Singleton
  static Optional<Redis> redis(Config config, OpenTelemetry telemetry) {
    return config.redis().map(redis -> new Redis(redis, telemetry));
  }

  /** Permits whose holders have names in Redis that only the instances can make. */
  @Provides
  @Singleton
  static RateLimiter permits(Config config, Optional<Redis> redis, Meter meter) {
    var limits = config.limiting().limits();
    var secret = config.dataKeys().derived("clientele rate limits");
    var permits =
        redis
            .<RateLimiter>map(client -> new RedisRateLimiter(client, limits, secret))
            .orElseGet(() -> new LocalRateLimiter(limits));
    return new MeteredRateLimiter(permits, meter);
  }

  @Provides
  @Singleton
  static Optional<ViewStaging> staging(Optional<Redis> redis, Database database, Meter meter) {
    return redis.map(
        client ->
            new GuardedViewStaging(
                new RedisViewStaging(client, () -> database.id()),
                new GuardedCalls("redis", RedisConfig.TIMEOUT, meter)));
  }
}
