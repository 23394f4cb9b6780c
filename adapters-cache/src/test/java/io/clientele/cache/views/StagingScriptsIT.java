package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.views.Shard;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the scripts with the rules of the domain: random steps give the same results and state.
 */
class StagingScriptsIT {
  private static final int STEPS = 2_500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomStepsEqualTheDomainsRules(long seed) {
    try (var redis = TestRedis.patient(TestRedis.shared().url())) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      var met = new RandomStagingHistory(staging, new Shard(7), seed).take(STEPS);
      assertThat(met).containsKeys(RandomStagingHistory.STEPS.toArray(new String[0]));
    }
  }
}
