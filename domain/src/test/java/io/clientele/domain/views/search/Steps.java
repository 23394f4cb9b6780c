package io.clientele.domain.views.search;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending.Standing;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.WriterLog;
import java.time.Instant;
import java.util.List;

/** Every step as the domain does it. A {@link Mutant} overrides one, to take a rule away. */
class Steps {
  Step<Added> add(StagedViews staged, ViewBatch batch) {
    return staged.add(batch);
  }

  StagedViews seal(StagedViews staged) {
    return staged.seal(Instant.EPOCH);
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

  long pending(StagedViews staged, Applied applied, AccountId id) {
    return staged.pending(applied, id);
  }

  Verdict against(SealedBatch batch, Applied applied) {
    return batch.against(applied);
  }

  Ledger apply(Ledger ledger, SealedBatch batch) {
    return ledger.plus(batch, (row, span) -> span.to());
  }

  Ledger retire(Ledger ledger, WriterId writer) {
    return ledger.without(writer);
  }

  void take(WriterLog log, ViewBatch sent, Added added) {
    log.take(sent, added);
  }

  void sync(WriterLog log, Mark seen) {
    log.sync(seen);
  }

  void prune(WriterLog log, Mark applied) {
    log.prune(applied);
  }

  /** What a writer makes of its kept batches, of which so many are answered: nothing. */
  List<ViewCounts> tidy(List<ViewCounts> kept, int answered) {
    return kept;
  }
}
