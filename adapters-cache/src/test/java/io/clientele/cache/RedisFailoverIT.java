package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.CuttingProxy.Cut;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.testkit.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A primary that becomes a replica while connections to it stand; the name now leads to another.
 */
class RedisFailoverIT {
  private static final Shard SHARD = new Shard(9);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Sample sample = new Sample(6);

  @Test
  void theNewPrimaryIsFoundAndTheOldOneIsNotBelieved() throws IOException {
    var id = sample.id();
    var batch =
        new ViewBatch(sample.writer(), 1, Mark.START.next(1), ViewCounts.of(Map.of(id, 1L)));
    try (var old = RedisProcess.start("--repl-diskless-sync-delay", "0");
        var next = RedisProcess.start();
        var proxy = new CuttingProxy(old.port(), Cut.FIN);
        var redis = new Redis(RedisConfig.parse(proxy.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      staging.add(SHARD, batch);
      next.ask("REPLICAOF", "127.0.0.1", "" + old.port());
      Await.until(SOON, () -> next.ask("INFO").contains("master_link_status:up"));
      next.ask("REPLICAOF", "NO", "ONE");
      old.ask("REPLICAOF", "127.0.0.1", "" + next.port());
      proxy.leadTo(next.port());

      assertThatThrownBy(() -> staging.pending(SHARD, Applied.NONE, List.of(id)))
          .isInstanceOf(PortUnavailable.class);
      Await.until(SOON, () -> staging.add(SHARD, batch).kind() == Added.Kind.DUPLICATE);
      assertThat(staging.seen(SHARD, batch.writer())).isEqualTo(batch.to());
    }
  }
}
