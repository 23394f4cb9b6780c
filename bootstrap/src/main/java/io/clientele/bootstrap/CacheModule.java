package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.clientele.cache.Guard;
import io.clientele.cache.GuardedViewStaging;
import io.clientele.cache.LocalPermits;
import io.clientele.cache.MeteredPermits;
import io.clientele.cache.RateLimits;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.RedisViewStaging;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.views.ViewStaging;
import io.clientele.persistence.Database;
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
  static Permits permits(Config config, Optional<Redis> redis, Meter meter) {
    var limits = config.limiting().limits();
    var secret = config.dataKeys().derived("clientele rate limits");
    var permits =
        redis
            .<Permits>map(client -> new RateLimits(client, limits, secret))
            .orElseGet(() -> new LocalPermits(limits));
    return new MeteredPermits(permits, meter);
  }

  @Provides
  @Singleton
  static Optional<ViewStaging> staging(Optional<Redis> redis, Database database, Meter meter) {
    return redis.map(
        client ->
            new GuardedViewStaging(
                new RedisViewStaging(client, () -> database.id()),
                new Guard("redis", RedisConfig.TIMEOUT, meter)));
  }
}
