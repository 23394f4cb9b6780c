package io.clientele.cache;

import io.clientele.domain.views.ViewStaging;
import io.clientele.testkit.ViewStagingContract;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class GuardedViewStagingIT implements ViewStagingContract {
  private static final Redis REDIS = RedisProcess.patient(RedisProcess.shared().url());
  private static final Redis AWAY = RedisProcess.nobody();

  private final Guard guard =
      new Guard("staging", Duration.ofSeconds(10), OpenTelemetry.noop().getMeter("test"));

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
  public ViewStaging stagingAway() {
    return new GuardedViewStaging(new RedisViewStaging(AWAY, UUID.randomUUID()), guard);
  }
}
