package io.clientele.domain.views.modelcheck.mutant;

import static io.clientele.domain.views.modelcheck.model.EventBudget.REMOVALS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.STAGED_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.WRITER_CRASHES;
import static io.clientele.domain.views.modelcheck.model.ModelScenarios.back;
import static io.clientele.domain.views.modelcheck.model.ModelScenarios.killed;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ModelScenarios;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Staging without one of its rules. */
final class StagingMutants {
  private StagingMutants() {}

  static List<ProtocolMutant> all() {
    return List.of(
        new ProtocolMutant(
            ModelScenario.of("X1 ADD without looking at the number", 1),
            new AddsTwice(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            back("X4 RESET keeps what is open", 1).keepingNothing(),
            new ResetKeepsOpen(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            killed("X5 RESET without its guard, a killed writer", 1).flushers(1).resetting(),
            new ResetsAlways(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            ModelScenario.of("X8 a live total that just adds", 1).flushers(1).read(),
            new ReadsBlindly(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            backEmpty("X10 a live total that compares sums of positions"),
            new ReadsBySums(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            ModelScenarios.outdated("X11 RESET discards batches behind the ledger"),
            new DiscardsWhatIsBehind(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            back("X15 a removed writer is forgotten while open has content of it", 1)
                .writers(2, 1)
                .upTo(WRITER_CRASHES, 1)
                .upTo(REMOVALS, 1)
                .keepingNothing()
                .retiring(),
            new ForgetsAlways(),
            Promise.NO_DOUBLE),
        new ProtocolMutant(
            ModelScenarios.ledgerBack("X16 no check whether the staging is ahead of the ledger")
                .writers(2, 1)
                .keepingNothing()
                .retiring(),
            new SeesNobodyAhead(),
            Promise.NO_LOSS),
        new ProtocolMutant(
            backEmpty("X17 a live total that does not look whether staging is beside"),
            new ReadsBeside(),
            Promise.EXACT_READ),
        new ProtocolMutant(
            back("X18 RESET leaves a writer behind the ledger", 1).keepingNothing(),
            new LeavesBehind(),
            Promise.NO_LOSS));
  }

  private static ModelScenario backEmpty(String name) {
    return ModelScenario.of(name, 2)
        .flushers(1)
        .sameLetters(1)
        .upTo(STAGED_ROLLBACKS, 1)
        .writers(2, 1)
        .upTo(WRITER_CRASHES, 1)
        .read();
  }

  private static final class AddsTwice extends ProtocolSteps {
    @Override
    public Step<AddResult> add(StagingState staged, ViewBatch batch) {
      var seen = new HashMap<>(staged.seen());
      seen.merge(batch.writer(), batch.to(), (one, other) -> one.isBefore(other) ? other : one);
      var open = staged.open().plus(batch.counts());
      return new Step<>(
          new StagingState(
              open, seen, staged.start(), staged.sealed(), staged.kept(), staged.dropped()),
          new AddResult(AddResult.Kind.OK, batch.to()));
    }
  }

  private static final class ResetKeepsOpen extends ProtocolSteps {
    @Override
    public Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var step = super.reset(staged, applied);
      var next =
          step.answer() == ResetResult.CLEAN ? step.next() : with(step.next(), staged.open());
      return new Step<>(next, step.answer());
    }

    private static StagingState with(StagingState next, ViewCounts open) {
      return new StagingState(
          open, next.seen(), next.start(), next.sealed(), next.kept(), next.dropped());
    }
  }

  private static final class ResetsAlways extends ProtocolSteps {
    @Override
    public Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var marks = applied.byWriter();
      return new Step<>(
          new StagingState(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
          ResetResult.DISCARDED);
    }
  }

  private static final class ReadsBlindly extends ProtocolSteps {
    @Override
    public Standing standing(StagingState staged, AppliedOffsets applied) {
      return Standing.JOINED;
    }

    @Override
    public long pending(StagingState staged, AppliedOffsets applied, UUID id) {
      return staged.segments(Instant.EPOCH).stream().mapToLong(s -> s.counts().of(id)).sum();
    }
  }

  private static final class ReadsBySums extends ProtocolSteps {
    @Override
    public Standing standing(StagingState staged, AppliedOffsets applied) {
      var dropped = sum(staged.dropped());
      var standing = super.standing(withoutDropped(staged), applied);
      return dropped > sum(applied.byWriter()) ? Standing.LATE : standing;
    }

    @Override
    public long pending(StagingState staged, AppliedOffsets applied, UUID id) {
      var ends = new HashMap<WriterId, Offset>(staged.dropped());
      var views = staged.open().of(id);
      for (var batch : staged.sealed()) {
        batch.ranges().forEach((writer, span) -> ends.put(writer, span.to()));
        views += sum(ends) > sum(applied.byWriter()) ? batch.counts().of(id) : 0;
      }
      return views;
    }

    private static StagingState withoutDropped(StagingState staged) {
      return new StagingState(
          staged.open(), staged.seen(), staged.start(), staged.sealed(), staged.kept(), Map.of());
    }

    private static long sum(Map<WriterId, Offset> marks) {
      return marks.values().stream().mapToLong(Offset::seq).sum();
    }
  }

  private static final class DiscardsWhatIsBehind extends ProtocolSteps {
    @Override
    public Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var marks = applied.byWriter();
      var isBehind =
          marks.entrySet().stream()
              .anyMatch(
                  entry ->
                      staged
                          .seen()
                          .getOrDefault(entry.getKey(), Offset.START)
                          .isBefore(entry.getValue()));
      return isBehind
          ? new Step<>(
              new StagingState(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
              ResetResult.DISCARDED)
          : super.reset(staged, applied);
    }
  }

  private static final class LeavesBehind extends ProtocolSteps {
    @Override
    public Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var step = super.reset(staged, applied);
      return step.answer() == ResetResult.CLEAN ? new Step<>(staged, ResetResult.CLEAN) : step;
    }
  }

  private static final class ForgetsAlways extends ProtocolSteps {
    @Override
    public StagingState forget(StagingState staged, WriterId writer, Offset upTo) {
      var seen = new HashMap<>(staged.seen());
      var start = new HashMap<>(staged.start());
      seen.remove(writer);
      start.remove(writer);
      return new StagingState(
          staged.open(), seen, start, staged.sealed(), staged.kept(), staged.dropped());
    }
  }

  private static final class SeesNobodyAhead extends ProtocolSteps {
    @Override
    public Step<NextBatch> read(StagingState staged, AppliedOffsets applied) {
      var step = super.read(staged, applied);
      return step.answer() instanceof NextBatch.Ahead
          ? new Step<>(step.next(), new NextBatch.Nothing())
          : step;
    }
  }

  private static final class ReadsBeside extends ProtocolSteps {
    @Override
    public Standing standing(StagingState staged, AppliedOffsets applied) {
      var standing = super.standing(staged, applied);
      return standing == Standing.BESIDE ? Standing.JOINED : standing;
    }
  }
}
