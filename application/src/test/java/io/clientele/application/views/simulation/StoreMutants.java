package io.clientele.application.views.simulation;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the stores with one of them replaced. */
final class StoreMutants {
  private StoreMutants() {}

  static Map<String, StoreRules> all() {
    var all = new LinkedHashMap<String, StoreRules>();
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

  private static StagingState withOpen(StagingState staged, ViewCounts open) {
    return new StagingState(
        open, staged.seen(), staged.start(), staged.sealed(), staged.kept(), staged.dropped());
  }

  private static final class AddsAgain extends StoreRules {
    @Override
    Step<AddResult> add(StagingState staged, ViewBatch batch) {
      var step = super.add(staged, batch);
      return step.answer().kind() == AddResult.Kind.DUPLICATE
          ? new Step<>(withOpen(staged, staged.open().plus(batch.counts())), step.answer())
          : step;
    }
  }

  private static final class SealsAnew extends StoreRules {
    @Override
    StagingState seal(StagingState staged, Instant at) {
      var next = super.seal(staged, at);
      return new StagingState(
          next.open(), next.seen(), staged.start(), next.sealed(), next.kept(), next.dropped());
    }
  }

  private static final class DropsWhatItGives extends StoreRules {
    @Override
    Step<NextBatch> read(StagingState staged, AppliedOffsets applied) {
      var step = super.read(staged, applied);
      var next = step.next();
      var rest =
          next.sealed().isEmpty() ? next.sealed() : next.sealed().subList(1, next.sealed().size());
      return new Step<>(
          new StagingState(next.open(), next.seen(), next.start(), rest, List.of(), next.dropped()),
          step.answer());
    }
  }

  private static final class KeepsOpen extends StoreRules {
    @Override
    Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var step = super.reset(staged, applied);
      return step.answer() == ResetResult.DISCARDED
          ? new Step<>(withOpen(step.next(), staged.open()), step.answer())
          : step;
    }
  }

  private static final class Unguarded extends StoreRules {
    @Override
    Step<ResetResult> reset(StagingState staged, AppliedOffsets applied) {
      var marks = applied.byWriter();
      return new Step<>(
          new StagingState(ViewCounts.NONE, marks, marks, List.of(), staged.kept(), marks),
          ResetResult.DISCARDED);
    }
  }

  private static final class NeverResetsNow extends StoreRules {
    @Override
    Step<ResetResult> resetNow(StagingState staged, AppliedOffsets applied, NextBatch refused) {
      return new Step<>(staged, ResetResult.CLEAN);
    }
  }

  private static final class ForgetsUnchecked extends StoreRules {
    @Override
    StagingState forget(StagingState staged, WriterId writer, Offset upTo) {
      return new StagingState(
          staged.open(),
          without(staged.seen(), writer),
          without(staged.start(), writer),
          staged.sealed(),
          staged.kept(),
          without(staged.dropped(), writer));
    }

    private static Map<WriterId, Offset> without(Map<WriterId, Offset> marks, WriterId writer) {
      var rest = new HashMap<>(marks);
      rest.remove(writer);
      return rest;
    }
  }

  private static final class ReadsBlind extends StoreRules {
    @Override
    Standing standing(StagingState staged, AppliedOffsets applied) {
      return Standing.JOINED;
    }
  }

  private static final class ComparesEnds extends StoreRules {
    @Override
    ApplyResult apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
      var posting = super.apply(ledger, shard, batch);
      return posting.verdict() == ApplyVerdict.CONFLICT
          ? super.apply(ledger, shard, joined(batch, ledger.applied(shard)))
          : posting;
    }
  }

  private static final class TakesStrangers extends StoreRules {
    @Override
    ApplyResult apply(ViewLedger ledger, Shard shard, SealedBatch batch) {
      var posting = super.apply(ledger, shard, batch);
      if (posting.verdict() != ApplyVerdict.UNKNOWN) {
        return posting;
      }
      batch
          .ranges()
          .keySet()
          .forEach(id -> ledger.register(id, DeliveryPath.STAGING, List.of(shard)));
      return super.apply(ledger, shard, joined(batch, ledger.applied(shard)));
    }
  }

  private static final class RetiresWithRow extends StoreRules {
    @Override
    RetireResult retire(
        ViewLedger ledger,
        WriterCounts old,
        DeliveryPath via,
        Map<WriterId, OffsetRange> kept,
        WriterId next) {
      ledger.register(next, via, List.of(old.shard()));
      return new RetireResult.Retired(AppliedOffsets.NONE);
    }
  }

  /** The same counts as if they continued at the ledger's offset. */
  private static SealedBatch joined(SealedBatch batch, AppliedOffsets applied) {
    var spans = new HashMap<WriterId, OffsetRange>();
    batch
        .ranges()
        .forEach(
            (writer, span) -> {
              var mark = applied.of(writer);
              if (mark != null && mark.isBefore(span.to())) {
                spans.put(writer, new OffsetRange(mark, span.to()));
              }
            });
    return new SealedBatch(spans, batch.counts(), batch.sealedAt());
  }
}
