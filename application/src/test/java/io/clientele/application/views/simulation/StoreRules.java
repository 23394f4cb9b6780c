package io.clientele.application.views.simulation;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import java.time.Instant;
import java.util.Map;

/** The rules of both stores; a mutant replaces one. */
class StoreRules {
  Step<AddResult> add(StagingState staged, ViewBatch batch) {
    return staged.add(batch);
  }

  StagingState seal(StagingState staged, Instant at) {
    return staged.seal(at);
  }

  Step<NextBatch> read(StagingState staged, AppliedOffsets applied) {
    return staged.read(applied);
  }

  Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
    return staged.reset(applied);
  }

  Step<ResetResult> resetNow(StagingState staged, AppliedOffsets applied, NextBatch refused) {
    return staged.resetNow(applied, refused);
  }

  StagingState removed(StagingState staged, WriterId writer, Offset at) {
    return staged.removed(writer, at);
  }

  StagingState forget(StagingState staged, WriterId writer, Offset upTo) {
    return staged.forget(writer, upTo);
  }

  Standing standing(StagingState staged, AppliedOffsets applied) {
    return staged.standing(applied);
  }

  ApplyResult apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
    return ledger.apply(shard, batch);
  }

  RetireResult retire(
      ViewLedger ledger,
      WriterCounts old,
      DeliveryPath via,
      Map<WriterId, OffsetRange> kept,
      WriterId next) {
    return ledger.retire(old, via, kept, next);
  }
}
