package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.cache.testbed.TestRedisCluster;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tests the staging contract on a cluster, where each shard is stored on one of several nodes. */
class StagingOnClusterIT {
  private static final TestRedisCluster CLUSTER = new TestRedisCluster();
  private static final int STEPS = 400;
  private static final Duration SOON = Duration.ofSeconds(30);

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Test
  void eachShardLivesOnOneNodeAndAllNodesHaveSome() {
    try (var redis = TestRedis.patient(CLUSTER.url())) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      for (var shard : new Sharding(8).all()) {
        new RandomStagingHistory(staging, shard, shard.number()).take(STEPS);
      }
      assertThat(CLUSTER.nodes())
          .allSatisfy(node -> assertThat(node.ask("DBSIZE")).doesNotStartWith(":0"));
    }
  }

  @Test
  void anUnreachableNodeAffectsOnlyItsShards() {
    var writer = new ViewsSample(4).writer();
    try (var redis = new Redis(RedisConfig.parse(CLUSTER.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      var shards = new Sharding(32).all();
      var node = CLUSTER.nodes().getLast();
      node.kill();
      AwaitCondition.until(
          SOON, () -> shards.stream().filter(shard -> isThere(staging, shard)).count() > 0);
      assertThat(shards).anySatisfy(shard -> assertThat(isThere(staging, shard)).isFalse());
      node.startAgain();
      AwaitCondition.until(SOON, () -> shards.stream().allMatch(shard -> isThere(staging, shard)));
      assertThat(staging.seen(shards.getFirst(), writer)).isEqualTo(Offset.START);
    }
  }

  private static boolean isThere(RedisViewStaging staging, Shard shard) {
    try {
      staging.seal(shard);
      return true;
    } catch (PortUnavailable away) {
      return false;
    }
  }
}
