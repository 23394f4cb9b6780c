package io.clientele.cache.views;

import io.clientele.cache.GuardedCalls;
import io.clientele.cache.Redis;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.staging.ViewStagingContract;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class GuardedViewStagingIT implements ViewStagingContract {
  private static final Redis REDIS = TestRedis.patient(TestRedis.shared().url());
  private static final Redis AWAY = TestRedis.away();

  private final GuardedCalls guard =
      new GuardedCalls("staging", Duration.ofSeconds(10), OpenTelemetry.noop().getMeter("test"));

  @AfterEach
  void closeGuard() {
    guard.close();
  }

  @AfterAll
  static void close() {
    REDIS.close();
    AWAY.close();
  }

  @Override
  public ViewStaging staging() {
    return new GuardedViewStaging(new RedisViewStaging(REDIS, UUID.randomUUID()), guard);
  }

  @Override
  public ViewStaging unreachableStaging() {
    return new GuardedViewStaging(new RedisViewStaging(AWAY, UUID.randomUUID()), guard);
  }
}
