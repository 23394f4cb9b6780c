package io.clientele.testkit.views.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores views without staging, for contracts that read the views of a ledger. */
public final class DirectBatch {
  private DirectBatch() {}

  /** Applies one batch of a new writer, as sealed at this instant. */
  public static void apply(DirectViewLedger ledger, UUID id, Instant sealedAt, long views) {
    var shard = ledger.shards().of(id);
    var writer = new WriterId(UUID.randomUUID());
    ledger.register(writer, DeliveryPath.DIRECT, List.of(shard));
    var batch = new ViewBatch(writer, 1, new Offset(1, views), ViewCounts.of(Map.of(id, views)));
    assertThat(ledger.applyDirect(shard, batch, sealedAt, List.of()).verdict())
        .isEqualTo(ApplyVerdict.OK);
  }
}
