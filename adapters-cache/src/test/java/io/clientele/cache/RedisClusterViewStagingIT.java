package io.clientele.cache;

import io.clientele.domain.views.ViewStaging;
import io.clientele.testkit.ViewStagingContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class RedisClusterViewStagingIT implements ViewStagingContract {
  private static final RedisCluster CLUSTER = new RedisCluster();
  private static final Redis REDIS = RedisProcess.patient(CLUSTER.url());
  private static final Redis AWAY = RedisProcess.nobody();

  @AfterAll
  static void close() {
    REDIS.close();
    AWAY.close();
    CLUSTER.close();
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
