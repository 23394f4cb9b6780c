package io.clientele.domain.views.modelcheck.mutant;

import static io.clientele.domain.views.modelcheck.model.EventBudget.REMOVALS;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.modelcheck.model.LedgerState;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ModelScenarios;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.WriterLog;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** The tombstones with one of their rules removed. */
final class MarkMutants {
  private MarkMutants() {}

  static List<ProtocolMutant> all() {
    return List.of(
        new ProtocolMutant(
            ModelScenario.of("X22 a removed writer leaves no mark", 1)
                .flushers(1)
                .writers(2, 1)
                .upTo(REMOVALS, 1)
                .removingTheLiving()
                .retiring(),
            new RemovesWithoutMark(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.restoredTwice("X23 RETIRE looks at the marks of no earlier name", 1),
            new ForgetsEarlierNames(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.restoredTwice("X24 RETIRE leaves the rows of earlier names", 1),
            new RetiresOneName(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.restoredTwice("X25 a retired name is taken for a removed one", 1),
            new TakesRetiredForRemoved(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.killed("X26 a writer is forgotten that has its row again", 2)
                .flushers(1)
                .upTo(REMOVALS, 1)
                .read()
                .retiring(),
            new ForgetsWhoIsBack(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            ModelScenarios.cutOff("X27 a live total sees no batch of a writer without a row", 2)
                .read(),
            new ReadsKnownWritersOnly(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            ModelScenarios.cutOff("X28 a late note of a removal hides that the writer is back", 2)
                .read(),
            new NotesRemovalsLate(),
            Promise.EXACT_READ));
  }

  private static final class ReadsKnownWritersOnly extends ProtocolSteps {
    @Override
    public Standing standing(StagingState staged, AppliedOffsets applied) {
      var dropped = new HashMap<>(staged.dropped());
      dropped.keySet().retainAll(applied.byWriter().keySet());
      return super.standing(
          new StagingState(
              staged.open(),
              staged.seen(),
              staged.start(),
              staged.sealed(),
              staged.kept(),
              dropped),
          applied);
    }
  }

  private static final class NotesRemovalsLate extends ProtocolSteps {
    @Override
    public StagingState removed(StagingState staged, WriterId writer, Offset at) {
      return super.removed(staged, writer, at.closed());
    }
  }

  private static final class ForgetsWhoIsBack extends ProtocolSteps {
    @Override
    public StagingState forget(StagingState staged, WriterId writer, Offset upTo) {
      return super.forget(staged, writer, upTo.closed());
    }
  }

  private static final class RemovesWithoutMark extends ProtocolSteps {
    @Override
    public LedgerState remove(LedgerState ledger, WriterId writer) {
      return ledger.without(writer);
    }
  }

  private static final class ForgetsEarlierNames extends ProtocolSteps {
    @Override
    public WriterLog rename(WriterLog log, WriterId next, LedgerState ledger) {
      return log.renamed(next, ledger.reached(Set.of(log.writer())));
    }
  }

  private static final class RetiresOneName extends ProtocolSteps {
    @Override
    public LedgerState retire(LedgerState ledger, WriterLog log) {
      return ledger.withRowsOf(Set.of(log.writer())).marked(log.writer(), true);
    }
  }

  private static final class TakesRetiredForRemoved extends ProtocolSteps {
    @Override
    public LedgerState retire(LedgerState ledger, WriterLog log) {
      var next = ledger;
      for (var name : log.names().keySet()) {
        next = next.marked(name, false);
      }
      return next;
    }
  }
}
