package io.clientele.domain.views.search;

import static io.clientele.domain.views.search.Limit.REMOVALS;
import static io.clientele.domain.views.search.Limit.STAGED_ROLLBACKS;
import static io.clientele.domain.views.search.Limit.WRITER_CRASHES;
import static io.clientele.domain.views.search.Scenarios.back;
import static io.clientele.domain.views.search.Scenarios.killed;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending.Standing;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.search.Sink.Promise;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fast side without one of its rules. */
final class StagedMutants {
  private StagedMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            Scenario.of("X1 ADD without looking at the number", 1),
            new AddsTwice(),
            Promise.NO_DOUBLE),
        new Mutant(
            back("X4 RESET keeps what is open", 1).keepingNothing(),
            new ResetKeepsOpen(),
            Promise.NO_DOUBLE),
        new Mutant(
            killed("X5 RESET without its guard, a killed writer", 1).flushers(1).resetting(),
            new ResetsAlways(),
            Promise.NO_LOSS),
        new Mutant(
            Scenario.of("X8 a live total that just adds", 1).flushers(1).read(),
            new ReadsBlindly(),
            Promise.EXACT_READ),
        new Mutant(
            backEmpty("X10 a live total that compares sums of positions"),
            new ReadsBySums(),
            Promise.EXACT_READ),
        new Mutant(
            Scenarios.outdated("X11 RESET throws away what is behind the ledger"),
            new DiscardsWhatIsBehind(),
            Promise.NO_LOSS),
        new Mutant(
            back("X15 a removed writer is forgotten while open has content of it", 1)
                .writers(2, 1)
                .upTo(WRITER_CRASHES, 1)
                .upTo(REMOVALS, 1)
                .keepingNothing()
                .retiring(),
            new ForgetsAlways(),
            Promise.NO_DOUBLE),
        new Mutant(
            Scenarios.ledgerBack("X16 nobody looks whether the fast side is ahead")
                .writers(2, 1)
                .keepingNothing()
                .retiring(),
            new SeesNobodyAhead(),
            Promise.NO_LOSS),
        new Mutant(
            backEmpty("X17 a live total that does not look whether the fast side is beside"),
            new ReadsBeside(),
            Promise.EXACT_READ),
        new Mutant(
            back("X18 RESET leaves a writer behind the ledger", 1).keepingNothing(),
            new LeavesBehind(),
            Promise.NO_LOSS));
  }

  private static Scenario backEmpty(String name) {
    return Scenario.of(name, 2)
        .flushers(1)
        .sameLetters(1)
        .upTo(STAGED_ROLLBACKS, 1)
        .writers(2, 1)
        .upTo(WRITER_CRASHES, 1)
        .read();
  }

  private static final class AddsTwice extends Steps {
    @Override
    Step<Added> add(StagedViews staged, ViewBatch batch) {
      var seen = new HashMap<>(staged.seen());
      seen.merge(batch.writer(), batch.to(), (one, other) -> one.isBefore(other) ? other : one);
      var open = staged.open().plus(batch.counts());
      return new Step<>(
          new StagedViews(
              open, seen, staged.start(), staged.sealed(), staged.kept(), staged.dropped()),
          new Added(Added.Kind.OK, batch.to()));
    }
  }

  private static final class ResetKeepsOpen extends Steps {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var step = super.reset(staged, applied);
      var next = step.answer() == Reset.CLEAN ? step.next() : with(step.next(), staged.open());
      return new Step<>(next, step.answer());
    }

    private static StagedViews with(StagedViews next, ViewCounts open) {
      return new StagedViews(
          open, next.seen(), next.start(), next.sealed(), next.kept(), next.dropped());
    }
  }

  private static final class ResetsAlways extends Steps {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var marks = applied.marks();
      return new Step<>(
          new StagedViews(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
          Reset.DISCARDED);
    }
  }

  private static final class ReadsBlindly extends Steps {
    @Override
    Standing standing(StagedViews staged, Applied applied) {
      return Standing.JOINED;
    }

    @Override
    long pending(StagedViews staged, Applied applied, AccountId id) {
      return staged.segments(Instant.EPOCH).stream().mapToLong(s -> s.counts().of(id)).sum();
    }
  }

  private static final class ReadsBySums extends Steps {
    @Override
    Standing standing(StagedViews staged, Applied applied) {
      var dropped = sum(staged.dropped());
      var standing = super.standing(withoutDropped(staged), applied);
      return dropped > sum(applied.marks()) ? Standing.LATE : standing;
    }

    @Override
    long pending(StagedViews staged, Applied applied, AccountId id) {
      var ends = new HashMap<WriterId, Mark>(staged.dropped());
      var views = staged.open().of(id);
      for (var batch : staged.sealed()) {
        batch.spans().forEach((writer, span) -> ends.put(writer, span.to()));
        views += sum(ends) > sum(applied.marks()) ? batch.counts().of(id) : 0;
      }
      return views;
    }

    private static StagedViews withoutDropped(StagedViews staged) {
      return new StagedViews(
          staged.open(), staged.seen(), staged.start(), staged.sealed(), staged.kept(), Map.of());
    }

    private static long sum(Map<WriterId, Mark> marks) {
      return marks.values().stream().mapToLong(Mark::seq).sum();
    }
  }

  private static final class DiscardsWhatIsBehind extends Steps {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var marks = applied.marks();
      var isBehind =
          marks.entrySet().stream()
              .anyMatch(
                  entry ->
                      staged
                          .seen()
                          .getOrDefault(entry.getKey(), Mark.START)
                          .isBefore(entry.getValue()));
      return isBehind
          ? new Step<>(
              new StagedViews(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
              Reset.DISCARDED)
          : super.reset(staged, applied);
    }
  }

  private static final class LeavesBehind extends Steps {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var step = super.reset(staged, applied);
      return step.answer() == Reset.CLEAN ? new Step<>(staged, Reset.CLEAN) : step;
    }
  }

  private static final class ForgetsAlways extends Steps {
    @Override
    StagedViews forget(StagedViews staged, WriterId writer) {
      var seen = new HashMap<>(staged.seen());
      var start = new HashMap<>(staged.start());
      seen.remove(writer);
      start.remove(writer);
      return new StagedViews(
          staged.open(), seen, start, staged.sealed(), staged.kept(), staged.dropped());
    }
  }

  private static final class SeesNobodyAhead extends Steps {
    @Override
    Step<Head> read(StagedViews staged, Applied applied) {
      var step = super.read(staged, applied);
      return step.answer() instanceof Head.Ahead
          ? new Step<>(step.next(), new Head.Nothing())
          : step;
    }
  }

  private static final class ReadsBeside extends Steps {
    @Override
    Standing standing(StagedViews staged, Applied applied) {
      var standing = super.standing(staged, applied);
      return standing == Standing.BESIDE ? Standing.JOINED : standing;
    }
  }
}
