package io.clientele.application.views;

import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;

/** Makes the lanes of a process, one for each shard, which share the room in memory. */
final class Lanes {
  private Lanes() {}

  static PerShard<Lane> of(ViewStaging staging, ViewLedger ledger, ViewSettings settings) {
    var room = Intake.room();
    var writer = settings.ids().get();
    var straight = settings.ids().get();
    return new PerShard<>(
        ledger,
        shard -> {
          var staged = new ShardWriter(shard, writer, room);
          var direct = new ShardWriter(shard, straight, room);
          return new Lane(
              new StagedWriter(staged, staging, ledger, settings),
              new DirectWriter(direct, ledger, settings),
              settings.nanoTime());
        });
  }
}
