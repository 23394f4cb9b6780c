package io.clientele.cache.views;

import io.clientele.cache.Redis;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.staging.ViewStagingContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

// @start region="contract" :
class RedisViewStagingIT implements ViewStagingContract {
  private static final Redis REDIS = TestRedis.patient(TestRedis.shared().url());
  private static final Redis AWAY = TestRedis.away();

  @AfterAll
  static void close() {
    REDIS.close();
    AWAY.close();
  }

  @Override
  public ViewStaging staging() {
    return new RedisViewStaging(REDIS, UUID.randomUUID());
  }

  @Override
  public ViewStaging unreachableStaging() {
    return new RedisViewStaging(AWAY, UUID.randomUUID());
  }
}
// @end
