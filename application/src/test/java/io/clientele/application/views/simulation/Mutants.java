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
import io.clientele.domain.views.Span;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules with one of them taken away, by what is done instead. */
final class Mutants {
  private Mutants() {}

  static Map<String, Rules> all() {
    var all = new LinkedHashMap<String, Rules>();
    all.put("ADD adds again what it has", new AddsAgain());
    all.put("SEAL leaves the beginning of the next batch where it was", new SealsAnew());
    all.put("READ drops the batch that it gives", new DropsWhatItGives());
    all.put("RESET keeps what is open", new KeepsOpen());
    all.put("RESET without its guard", new Unguarded());
    all.put("no RESET!", new NeverResetsNow());
    all.put("a writer is forgotten while it is in what is open", new ForgetsUnchecked());
    all.put("a live read does not look how the staging stands", new ReadsBlind());
    all.put("APPLY compares only the end of a range", new ComparesEnds());
    all.put("APPLY takes writers without a row", new TakesStrangers());
    all.put("RETIRE keeps the row", new RetiresWithRow());
    return all;
  }

  private static StagedViews withOpen(StagedViews staged, ViewCounts open) {
    return new StagedViews(
        open, staged.seen(), staged.start(), staged.sealed(), staged.kept(), staged.dropped());
  }

  private static final class AddsAgain extends Rules {
    @Override
    Step<Added> add(StagedViews staged, ViewBatch batch) {
      var step = super.add(staged, batch);
      return step.answer().kind() == Added.Kind.DUPLICATE
          ? new Step<>(withOpen(staged, staged.open().plus(batch.counts())), step.answer())
          : step;
    }
  }

  private static final class SealsAnew extends Rules {
    @Override
    StagedViews seal(StagedViews staged, Instant at) {
      var next = super.seal(staged, at);
      return new StagedViews(
          next.open(), next.seen(), staged.start(), next.sealed(), next.kept(), next.dropped());
    }
  }

  private static final class DropsWhatItGives extends Rules {
    @Override
    Step<Head> read(StagedViews staged, Applied applied) {
      var step = super.read(staged, applied);
      var next = step.next();
      var rest =
          next.sealed().isEmpty() ? next.sealed() : next.sealed().subList(1, next.sealed().size());
      return new Step<>(
          new StagedViews(next.open(), next.seen(), next.start(), rest, List.of(), next.dropped()),
          step.answer());
    }
  }

  private static final class KeepsOpen extends Rules {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var step = super.reset(staged, applied);
      return step.answer() == Reset.DISCARDED
          ? new Step<>(withOpen(step.next(), staged.open()), step.answer())
          : step;
    }
  }

  private static final class Unguarded extends Rules {
    @Override
    Step<Reset> reset(StagedViews staged, Applied applied) {
      var marks = applied.marks();
      return new Step<>(
          new StagedViews(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
          Reset.DISCARDED);
    }
  }

  private static final class NeverResetsNow extends Rules {
    @Override
    Step<Reset> resetNow(StagedViews staged, Applied applied, Head refused) {
      return new Step<>(staged, Reset.CLEAN);
    }
  }

  private static final class ForgetsUnchecked extends Rules {
    @Override
    StagedViews forget(StagedViews staged, WriterId writer) {
      return new StagedViews(
          staged.open(),
          without(staged.seen(), writer),
          without(staged.start(), writer),
          staged.sealed(),
          staged.kept(),
          without(staged.dropped(), writer));
    }

    private static Map<WriterId, Mark> without(Map<WriterId, Mark> marks, WriterId writer) {
      var rest = new HashMap<>(marks);
      rest.remove(writer);
      return rest;
    }
  }

  private static final class ReadsBlind extends Rules {
    @Override
    Standing standing(StagedViews staged, Applied applied) {
      return Standing.JOINED;
    }
  }

  private static final class ComparesEnds extends Rules {
    @Override
    Posting apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
      var posting = super.apply(ledger, shard, batch);
      return posting.verdict() == Verdict.CONFLICT
          ? super.apply(ledger, shard, joined(batch, ledger.applied(shard)))
          : posting;
    }
  }

  private static final class TakesStrangers extends Rules {
    @Override
    Posting apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
      var posting = super.apply(ledger, shard, batch);
      if (posting.verdict() != Verdict.UNKNOWN) {
        return posting;
      }
      batch.spans().keySet().forEach(id -> ledger.register(id, Via.STAGING, List.of(shard)));
      return super.apply(ledger, shard, joined(batch, ledger.applied(shard)));
    }
  }

  private static final class RetiresWithRow extends Rules {
    @Override
    Retirement retire(ViewLedger ledger, Counted old, Via via, Mark base, WriterId next) {
      ledger.register(next, via, List.of(old.shard()));
      return Retirement.RETIRED;
    }
  }

  /** The same counts as though they went on where the ledger stands. */
  private static SealedBatch joined(SealedBatch batch, Applied applied) {
    var spans = new HashMap<WriterId, Span>();
    batch
        .spans()
        .forEach(
            (writer, span) -> {
              var mark = applied.of(writer);
              if (mark != null && mark.isBefore(span.to())) {
                spans.put(writer, new Span(mark, span.to()));
              }
            });
    return new SealedBatch(spans, batch.counts(), batch.sealedAt());
  }
}
