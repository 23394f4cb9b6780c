package io.clientele.cache;

import io.clientele.domain.views.ViewStaging;
import io.clientele.testkit.ViewStagingContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class RedisViewStagingIT implements ViewStagingContract {
  private static final Redis REDIS = RedisProcess.patient(RedisProcess.shared().url());
  private static final Redis AWAY = RedisProcess.nobody();

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
  public ViewStaging stagingAway() {
    return new RedisViewStaging(AWAY, UUID.randomUUID());
  }
}
