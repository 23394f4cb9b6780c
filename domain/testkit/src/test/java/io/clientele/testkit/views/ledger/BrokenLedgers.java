package io.clientele.testkit.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.testkit.kernel.PortFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ledgers with one fault each. */
final class BrokenLedgers {
  private BrokenLedgers() {}

  static Stream<PortFault<InMemoryViewLedger, ViewLedger>> all() {
    return Stream.of(
        of("APPLY without the ledger", "concurrentCallersAddOneBatchOnce", Unledgered::new),
        of(
            "APPLY over a gap",
            "aBatchAfterAMissingOneIsAGap",
            inner -> applying(inner, p -> called(p, ApplyVerdict.GAP, ApplyVerdict.OK))),
        of(
            "APPLY calls a conflict a duplicate",
            "aPartlyAppliedBatchIsAConflict",
            inner ->
                applying(inner, p -> called(p, ApplyVerdict.CONFLICT, ApplyVerdict.DUPLICATE))),
        of(
            "a busy shard is called applied",
            "aLockedShardIsBusyAtOnceAndUnchanged",
            inner -> applying(inner, p -> called(p, ApplyVerdict.BUSY, ApplyVerdict.OK))),
        of(
            "what no total takes is not told",
            "viewsAboveTheGreatestTotalAreRejected",
            inner -> applying(inner, p -> new ApplyResult(p.verdict(), 0))),
        of("both ways in one vector", "aDirectWriterHasNoStagedBatches", Mixed::new),
        of("registering resets the row", "registeringAgainDoesNotChangeTheRow", Amnesia::new),
        of("a heartbeat makes rows", "aHeartbeatReturnsNoOffsetWithoutARow", Maker::new),
        of("views move untold", "theCountsOfTheGivingWriterAreStoredWithTheBatch", Untold::new),
        of(
            "retiring twice counts twice",
            "retiringAgainAfterALostAnswerChangesNothingMore",
            Twice::new),
        of(
            "APPLY does not read marks",
            "appliedBatchesOfARemovedWriterAreNeverAddedAgain",
            Unmarked::new),
        of("the living are removed", "aWriterWithARecentHeartbeatIsNotRemoved", Hasty::new),
        of(
            "quarantine without sums",
            "quarantineRaisesTheAcceptedViewsToThoseOfItsBatches",
            Silent::new),
        of("quarantine without sums", "randomCallsHaveTheResultsOfTheInMemoryLedger", Silent::new),
        of("quarantine copies nothing", "quarantineKeepsACopyOfEachBatch", Uncopied::new),
        of("down looks like empty", "anUnreachableLedgerHasNoStagedBatches", Absent::new));
  }

  private static PortFault<InMemoryViewLedger, ViewLedger> of(
      String fault, String redTest, Function<InMemoryViewLedger, ViewLedger> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static ViewLedger applying(InMemoryViewLedger ledger, UnaryOperator<ApplyResult> answer) {
    return new ForwardingLedger(ledger) {
      @Override
      public ApplyResult apply(Shard shard, SealedBatch batch) {
        return answer.apply(super.apply(shard, batch));
      }
    };
  }

  private static ApplyResult called(ApplyResult posting, ApplyVerdict verdict, ApplyVerdict wrong) {
    return posting.verdict() == verdict ? new ApplyResult(wrong, 0) : posting;
  }

  private static final class Unledgered extends ForwardingLedger {
    Unledgered(InMemoryViewLedger inner) {
      super(inner);
    }

    /** Adds it under another name whenever it comes. */
    @Override
    public ApplyResult apply(Shard shard, SealedBatch batch) {
      var unknown = new WriterId(UUID.randomUUID());
      inner.register(unknown, DeliveryPath.DIRECT, List.of(shard));
      var again =
          new ViewBatch(unknown, 1, Offset.START.next(batch.counts().total()), batch.counts());
      return inner.applyDirect(shard, again, batch.sealedAt(), List.of());
    }
  }

  private static final class Mixed extends ForwardingLedger {
    Mixed(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
      var marks = new HashMap<>(inner.applied(shard, named).byWriter());
      marks.putAll(inner.snapshots(List.of(shard)).get(0).applied(DeliveryPath.DIRECT).byWriter());
      return new AppliedOffsets(marks);
    }
  }

  private static final class Amnesia extends ForwardingLedger {
    Amnesia(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void register(WriterId writer, DeliveryPath via, Collection<Shard> shards) {
      for (var snapshot : inner.snapshots(shards)) {
        var mark = snapshot.applied(via).of(writer);
        if (mark != null) {
          inner.remove(snapshot.shard(), writer, mark, Duration.ZERO);
        }
      }
      inner.register(writer, via, shards);
    }
  }

  private static final class Maker extends ForwardingLedger {
    Maker(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
      counted.forEach(of -> inner.register(of.writer(), DeliveryPath.STAGING, List.of(of.shard())));
      return inner.heartbeat(counted);
    }
  }

  private static final class Untold extends ForwardingLedger {
    Untold(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public ApplyResult applyDirect(
        Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
      return inner.applyDirect(shard, batch, formedAt, List.of());
    }
  }

  private static final class Twice extends ForwardingLedger {
    Twice(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public RetireResult retire(
        WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
      var end = inner.retire(old, via, kept, new WriterId(UUID.randomUUID()));
      inner.register(next, via, List.of(old.shard()));
      return end;
    }
  }

  private static final class Hasty extends ForwardingLedger {
    Hasty(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) {
      inner.remove(shard, writer, applied, Duration.ZERO);
    }
  }

  private static final class Unmarked extends ForwardingLedger {
    Unmarked(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public ApplyResult apply(Shard shard, SealedBatch batch) {
      var result = inner.apply(shard, batch);
      return inner.applied(shard).byWriter().keySet().containsAll(batch.ranges().keySet())
          ? result
          : new ApplyResult(ApplyVerdict.UNKNOWN, 0);
    }
  }

  private static final class Silent extends ForwardingLedger {
    Silent(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
      // The fault: discarded views are not reported.
    }
  }

  /** Raises the accepted views as quarantine does, and keeps no copy. */
  private static final class Uncopied extends ForwardingLedger {
    Uncopied(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
      var copying = new InMemoryViewLedger(inner.shards());
      for (var row : inner.snapshots(List.of(shard)).get(0).writers()) {
        copying.register(row.writer(), row.via(), List.of(shard));
        copying.heartbeat(
            List.of(new WriterCounts(shard, row.writer(), row.accepted(), row.lost())));
      }
      copying.quarantine(shard, segments, why);
      for (var row : copying.snapshots(List.of(shard)).get(0).writers()) {
        inner.heartbeat(List.of(new WriterCounts(shard, row.writer(), row.accepted(), row.lost())));
      }
    }
  }

  private static final class Absent extends ForwardingLedger {
    Absent(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
      try {
        return inner.applied(shard, named);
      } catch (PortUnavailable e) {
        return AppliedOffsets.NONE;
      }
    }
  }
}
