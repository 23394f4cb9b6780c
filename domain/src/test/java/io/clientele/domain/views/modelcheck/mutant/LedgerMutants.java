package io.clientele.domain.views.modelcheck.mutant;

import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_COPIES;
import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.ModelScenarios.back;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.modelcheck.model.LedgerState;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ModelScenarios;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.staging.WriterLog;
import java.util.HashMap;
import java.util.List;

/** The ledger without one of its rules. */
final class LedgerMutants {
  private LedgerMutants() {}

  static List<ProtocolMutant> all() {
    return List.of(
        new ProtocolMutant(
            ModelScenario.of("X2 batches are applied without a ledger", 1),
            new AppliesAlways(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            back("X3 only the end of a range is compared", 1),
            new ComparesEnds(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.restoredTwice("X13 a batch of an unknown writer is applied", 1),
            new TakesUnknown(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            back("X14 a retiring writer's row stays", 1)
                .writers(2, 1)
                .upTo(LEDGER_COPIES, 1)
                .upTo(LEDGER_ROLLBACKS, 1)
                .keepingNothing()
                .retiring(),
            new RetiresWithRow(),
            Promise.NO_DOUBLE));
  }

  private static Offset later(Offset one, Offset other) {
    return one.isBefore(other) ? other : one;
  }

  private static final class AppliesAlways extends ProtocolSteps {
    @Override
    public ApplyVerdict against(SealedBatch batch, AppliedOffsets applied) {
      return ApplyVerdict.OK;
    }

    @Override
    public LedgerState apply(LedgerState ledger, SealedBatch batch) {
      return ledger.plus(batch, (row, span) -> later(row, span.to()));
    }
  }

  private static final class ComparesEnds extends ProtocolSteps {
    @Override
    public ApplyVerdict against(SealedBatch batch, AppliedOffsets applied) {
      var verdict = super.against(batch, applied);
      return verdict == ApplyVerdict.CONFLICT || verdict == ApplyVerdict.GAP
          ? ApplyVerdict.OK
          : verdict;
    }

    @Override
    public LedgerState apply(LedgerState ledger, SealedBatch batch) {
      return ledger.plus(batch, (row, span) -> later(row, span.to()));
    }
  }

  private static final class TakesUnknown extends ProtocolSteps {
    @Override
    public ApplyVerdict against(SealedBatch batch, AppliedOffsets applied) {
      var marks = new HashMap<WriterId, Offset>();
      batch.ranges().forEach((writer, span) -> marks.put(writer, span.from()));
      marks.putAll(applied.byWriter());
      return super.against(batch, new AppliedOffsets(marks));
    }
  }

  private static final class RetiresWithRow extends ProtocolSteps {
    @Override
    public LedgerState retire(LedgerState ledger, WriterLog log) {
      return ledger;
    }
  }
}
