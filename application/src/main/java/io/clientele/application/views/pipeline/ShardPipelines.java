package io.clientele.application.views.pipeline;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;

/** Creates the pipelines of a process, one for each shard, which share a memory bound. */
public final class ShardPipelines {
  private ShardPipelines() {}

  public static ShardMap<ShardPipeline> of(
      ViewStaging staging, ViewLedger ledger, ViewCounterSettings settings) {
    var room = ViewBuffer.room();
    var writer = settings.ids().get();
    var straight = settings.ids().get();
    return new ShardMap<>(
        ledger,
        shard -> {
          var staged = new ProducerState(shard, writer, room);
          var direct = new ProducerState(shard, straight, room);
          return new ShardPipeline(
              new StagingSender(staged, staging, ledger, settings),
              new DirectSender(direct, ledger, settings),
              settings.nanoTime());
        });
  }
}
