package io.clientele.application.views;

import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import java.util.List;

/** Makes the lanes of a process, one for each shard, which share the room in memory. */
final class Lanes {
  private Lanes() {}

  static List<Lane> of(ViewStaging staging, ViewLedger ledger, ViewSettings settings) {
    var room = Intake.room();
    var writer = settings.ids().get();
    var straight = settings.ids().get();
    return settings.shards().all().stream()
        .map(
            shard -> {
              var staged = new ShardWriter(shard, writer, room);
              var direct = new ShardWriter(shard, straight, room);
              return new Lane(
                  new StagedWriter(staged, staging, ledger, settings),
                  new DirectWriter(direct, ledger, settings),
                  settings.nanoTime());
            })
        .toList();
  }
}
