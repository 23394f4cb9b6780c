package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.ConnectionCuttingProxy;
import io.clientele.cache.testbed.ConnectionCuttingProxy.Cut;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.testkit.views.ViewsSample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Tests a primary that becomes a replica while connections to it are open, and whose name now
 * resolves to another server.
 */
class StagingFailoverIT {
  private static final Shard SHARD = new Shard(9);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ViewsSample sample = new ViewsSample(6);

  @Test
  void theNewPrimaryIsUsedAndTheOldOneIgnored() throws IOException {
    var id = sample.subject();
    var batch =
        new ViewBatch(sample.writer(), 1, Offset.START.next(1), ViewCounts.of(Map.of(id, 1L)));
    try (var old = TestRedis.start("--repl-diskless-sync-delay", "0");
        var next = TestRedis.start();
        var proxy = new ConnectionCuttingProxy(old.port(), Cut.FIN);
        var redis = new Redis(RedisConfig.parse(proxy.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      staging.add(SHARD, batch);
      next.ask("REPLICAOF", "127.0.0.1", "" + old.port());
      AwaitCondition.until(SOON, () -> next.ask("INFO").contains("master_link_status:up"));
      next.ask("REPLICAOF", "NO", "ONE");
      old.ask("REPLICAOF", "127.0.0.1", "" + next.port());
      proxy.redirectTo(next.port());

      assertThatThrownBy(() -> staging.pending(SHARD, AppliedOffsets.NONE, List.of(id)))
          .isInstanceOf(PortUnavailable.class);
      AwaitCondition.until(
          SOON, () -> staging.add(SHARD, batch).kind() == AddResult.Kind.DUPLICATE);
      assertThat(staging.seen(SHARD, batch.writer())).isEqualTo(batch.to());
    }
  }
}
