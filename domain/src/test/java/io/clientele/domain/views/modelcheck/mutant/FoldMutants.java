package io.clientele.domain.views.modelcheck.mutant;

import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.LedgerState;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import java.util.List;

/** Segments and FOLD with one of their rules removed. */
final class FoldMutants {
  private FoldMutants() {}

  static List<ProtocolMutant> all() {
    return List.of(
        new ProtocolMutant(
            folding("X29 FOLD adds segments and deletes them in a later transaction"),
            new FoldsWithoutDeleting(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            folding("X30 FOLD does not hold the shard"), new FoldsWithoutLock(), Promise.NO_LOSS),
        new ProtocolMutant(
            folding("X31 a live total reads segments and totals in two snapshots").read(),
            new ReadsInTwoSnapshots(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            folding("X32 a live total reads no segments").read(),
            new ReadsTotalsAlone(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            folding("X33 segments are written beside an old version").read().upgrading(),
            new AppendsBesideOldVersion(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            folding("X34 APPLY writes the offsets before the segment"),
            new MarksWithoutSegment(),
            Promise.NO_LOSS));
  }

  private static ModelScenario folding(String name) {
    return ModelScenario.of(name, 2).flushers(1).sameLetters(1).folding();
  }

  private static final class FoldsWithoutDeleting extends ProtocolSteps {
    @Override
    public LedgerState fold(LedgerState ledger, ViewCounts read) {
      return ledger.holding(ledger.totals().plus(read), ledger.segments());
    }
  }

  private static final class FoldsWithoutLock extends ProtocolSteps {
    @Override
    public boolean foldsUnderLock() {
      return false;
    }
  }

  private static final class ReadsInTwoSnapshots extends ProtocolSteps {
    @Override
    public boolean readsOneSnapshot() {
      return false;
    }
  }

  private static final class ReadsTotalsAlone extends ProtocolSteps {
    @Override
    public ViewCounts persisted(LedgerState ledger) {
      return ledger.totals();
    }
  }

  private static final class AppendsBesideOldVersion extends ProtocolSteps {
    @Override
    public boolean appendsBesideOldVersion() {
      return true;
    }
  }

  private static final class MarksWithoutSegment extends ProtocolSteps {
    @Override
    public LedgerState append(LedgerState ledger, SealedBatch batch) {
      return apply(ledger, batch).holding(ledger.totals(), ledger.segments());
    }
  }
}
