package io.clientele.application.views.simulation;

import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending.Standing;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.Retirement;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
import java.time.Instant;

/** What both stores do; a mutant does one of it otherwise. */
class Rules {
  Step<Added> add(StagedViews staged, ViewBatch batch) {
    return staged.add(batch);
  }

  StagedViews seal(StagedViews staged, Instant at) {
    return staged.seal(at);
  }

  Step<Head> read(StagedViews staged, Applied applied) {
    return staged.read(applied);
  }

  Step<Reset> reset(StagedViews staged, Applied applied) {
    return staged.reset(applied);
  }

  Step<Reset> resetNow(StagedViews staged, Applied applied, Head refused) {
    return staged.resetNow(applied, refused);
  }

  StagedViews forget(StagedViews staged, WriterId writer) {
    return staged.forget(writer);
  }

  Standing standing(StagedViews staged, Applied applied) {
    return staged.standing(applied);
  }

  Posting apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
    return ledger.apply(shard, batch);
  }

  Retirement retire(ViewLedger ledger, Counted old, Via via, Mark base, WriterId next) {
    return ledger.retire(old, via, base, next);
  }
}
