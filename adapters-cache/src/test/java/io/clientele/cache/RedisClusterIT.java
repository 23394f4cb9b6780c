package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Shards;
import io.clientele.testkit.Sample;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The same steps where each shard lives on one of several nodes. */
class RedisClusterIT {
  private static final RedisCluster CLUSTER = new RedisCluster();
  private static final int STEPS = 400;
  private static final Duration SOON = Duration.ofSeconds(30);

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Test
  void eachShardLivesOnOneNodeAndAllNodesHaveSome() {
    try (var redis = RedisProcess.patient(CLUSTER.url())) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      for (var shard : new Shards(8).all()) {
        new RandomHistory(staging, shard, shard.number()).take(STEPS);
      }
      assertThat(CLUSTER.nodes())
          .allSatisfy(node -> assertThat(node.ask("DBSIZE")).doesNotStartWith(":0"));
    }
  }

  @Test
  void aNodeThatIsAwayTakesItsOwnShardsAlongAndNoOther() {
    var writer = new Sample(4).writer();
    try (var redis = new Redis(RedisConfig.parse(CLUSTER.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      var shards = new Shards(32).all();
      var node = CLUSTER.nodes().getLast();
      node.kill();
      Await.until(SOON, () -> shards.stream().filter(shard -> isThere(staging, shard)).count() > 0);
      assertThat(shards).anySatisfy(shard -> assertThat(isThere(staging, shard)).isFalse());
      node.startAgain();
      Await.until(SOON, () -> shards.stream().allMatch(shard -> isThere(staging, shard)));
      assertThat(staging.seen(shards.getFirst(), writer)).isEqualTo(Mark.START);
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
