package io.clientele.domain.views.modelcheck.mutant;

import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_COPIES;
import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.STAGED_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.VIEWS;
import static io.clientele.domain.views.modelcheck.model.ModelScenarios.back;
import static io.clientele.domain.views.modelcheck.model.ModelScenarios.refused;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.WriterLog;
import java.util.ArrayList;
import java.util.List;

/** A writer without one of its rules. */
final class WriterMutants {
  private WriterMutants() {}

  static List<ProtocolMutant> all() {
    return List.of(
        new ProtocolMutant(
            ModelScenario.of("X6 a writer never sends again", 1)
                .flushers(1)
                .upTo(STAGED_ROLLBACKS, 1),
            new NeverAgain(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            ModelScenario.of("X7 a writer forgets what staging has", 1)
                .flushers(1)
                .upTo(STAGED_ROLLBACKS, 1),
            new PrunesEarly(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            ModelScenario.of("X9 the ledger goes back, nothing is kept, no writer retires", 1)
                .flushers(1)
                .sameLetters(1)
                .upTo(LEDGER_COPIES, 1)
                .upTo(LEDGER_ROLLBACKS, 1)
                .keepingNothing(),
            new ProtocolSteps(),
            Promise.NO_LOSS),
        new ProtocolMutant(back("X12 kept batches are merged", 1), new Merges(), Promise.NO_DOUBLE),
        new ProtocolMutant(
            refused("X19 a batch that never left is not taken back"),
            new NeverUnsends(),
            Promise.GOES_STRAIGHT),
        new ProtocolMutant(
            refused("X20 a batch that may have left is taken back, its number is used again"),
            new ForgetsThatItSent(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            refused("X21 a batch that may have left is taken back and goes directly")
                .upTo(VIEWS, 1),
            new ForgetsThatItSent(),
            Promise.NO_DOUBLE));
  }

  private static final class NeverAgain extends ProtocolSteps {
    @Override
    public void take(WriterLog log, ViewBatch sent, AddResult added) {
      if (added.kind() != AddResult.Kind.GAP) {
        super.take(log, sent, added);
      }
    }

    @Override
    public void sync(WriterLog log, Offset seen) {
      // The writer keeps its position.
    }
  }

  private static final class PrunesEarly extends ProtocolSteps {
    @Override
    public void prune(WriterLog log, Offset applied) {
      super.prune(log, log.answered());
    }
  }

  private static final class NeverUnsends extends ProtocolSteps {
    @Override
    public ViewCounts unsend(WriterLog log) {
      return ViewCounts.NONE;
    }
  }

  private static final class ForgetsThatItSent extends ProtocolSteps {
    @Override
    public void sent(WriterLog log, ViewBatch batches) {
      // The batch looks as if it had never left.
    }
  }

  /** Merges the two oldest batches, as if the ledger's offset could not be between them. */
  private static final class Merges extends ProtocolSteps {
    @Override
    public List<ViewCounts> tidy(List<ViewCounts> kept, int answered) {
      if (answered < 2 || kept.get(0).isEmpty()) {
        return kept;
      }
      var merged = new ArrayList<>(kept);
      merged.set(0, ViewCounts.NONE);
      merged.set(1, kept.get(0).plus(kept.get(1)));
      return List.copyOf(merged);
    }
  }
}
