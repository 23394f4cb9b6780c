package io.clientele.domain.views.search;

import static io.clientele.domain.views.search.Limit.LEDGER_COPIES;
import static io.clientele.domain.views.search.Limit.LEDGER_ROLLBACKS;
import static io.clientele.domain.views.search.Limit.REMOVALS;
import static io.clientele.domain.views.search.Limit.WRITER_CRASHES;
import static io.clientele.domain.views.search.Scenarios.back;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.search.Sink.Promise;
import java.util.HashMap;
import java.util.List;

/** The durable side without one of its rules. */
final class LedgerMutants {
  private LedgerMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            Scenario.of("X2 batches are applied without a ledger", 1),
            new AppliesAlways(),
            Promise.NO_DOUBLE),
        new Mutant(
            back("X3 only the end of a range is compared", 1),
            new ComparesEnds(),
            Promise.NO_DOUBLE),
        new Mutant(
            back("X13 a batch of an unknown writer is applied", 1)
                .writers(2, 1)
                .upTo(WRITER_CRASHES, 1)
                .upTo(REMOVALS, 1)
                .retiring(),
            new TakesUnknown(),
            Promise.NO_DOUBLE),
        new Mutant(
            back("X14 a retiring writer's row stays", 1)
                .writers(2, 1)
                .upTo(LEDGER_COPIES, 1)
                .upTo(LEDGER_ROLLBACKS, 1)
                .keepingNothing()
                .retiring(),
            new RetiresWithRow(),
            Promise.NO_DOUBLE));
  }

  private static Mark later(Mark one, Mark other) {
    return one.isBefore(other) ? other : one;
  }

  private static final class AppliesAlways extends Steps {
    @Override
    Verdict against(SealedBatch batch, Applied applied) {
      return Verdict.OK;
    }

    @Override
    Ledger apply(Ledger ledger, SealedBatch batch) {
      return ledger.plus(batch, (row, span) -> later(row, span.to()));
    }
  }

  private static final class ComparesEnds extends Steps {
    @Override
    Verdict against(SealedBatch batch, Applied applied) {
      var verdict = super.against(batch, applied);
      return verdict == Verdict.CONFLICT || verdict == Verdict.GAP ? Verdict.OK : verdict;
    }

    @Override
    Ledger apply(Ledger ledger, SealedBatch batch) {
      return ledger.plus(batch, (row, span) -> later(row, span.to()));
    }
  }

  private static final class TakesUnknown extends Steps {
    @Override
    Verdict against(SealedBatch batch, Applied applied) {
      var marks = new HashMap<WriterId, Mark>();
      batch.spans().forEach((writer, span) -> marks.put(writer, span.from()));
      marks.putAll(applied.marks());
      return super.against(batch, new Applied(marks));
    }
  }

  private static final class RetiresWithRow extends Steps {
    @Override
    Ledger retire(Ledger ledger, WriterId writer) {
      return ledger;
    }
  }
}
