package io.clientele.testkit;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Retirement;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
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

  static Stream<Breakage<InMemoryViewLedger, ViewLedger>> all() {
    return Stream.of(
        of("APPLY without the ledger", "ofManyThatApplyOneBatchOneAddsIt", Unledgered::new),
        of(
            "APPLY over a gap",
            "aBatchAfterAMissingOneIsAGap",
            inner -> applying(inner, p -> called(p, Verdict.GAP, Verdict.OK))),
        of(
            "APPLY calls a conflict a duplicate",
            "aBatchOfWhichAPartIsAppliedIsAConflict",
            inner -> applying(inner, p -> called(p, Verdict.CONFLICT, Verdict.DUPLICATE))),
        of(
            "a busy shard is called applied",
            "aHeldShardIsBusyAtOnceAndNothingIsDone",
            inner -> applying(inner, p -> called(p, Verdict.BUSY, Verdict.OK))),
        of(
            "what no total takes is not told",
            "aTotalStopsAtTheLargestNumberAndTheRestIsRejected",
            inner -> applying(inner, p -> new Posting(p.verdict(), 0))),
        of("both ways in one vector", "aWriterThatGoesStraightHasNoPartInWhatIsStaged", Mixed::new),
        of("registering resets the row", "registeringAgainLeavesTheRowAsItIs", Amnesia::new),
        of("a heartbeat makes rows", "aHeartbeatLeavesOutShardsWhereTheRowIsMissing", Maker::new),
        of("views move untold", "whatAnotherWriterGaveAwayIsTakenDownWithTheBatch", Untold::new),
        of(
            "retiring twice counts twice",
            "retiringAgainAfterALostAnswerChangesNothingMore",
            Twice::new),
        of("the living are removed", "aWriterThatWasHeardLatelyIsNotRemoved", Hasty::new),
        of("quarantine without sums", "quarantineRaisesWhatWasAcceptedToWhatItShows", Silent::new),
        of("quarantine without sums", "callsInAnyOrderAnswerAsTheLedgerInMemoryDoes", Silent::new),
        of("down looks like empty", "aLedgerThatIsAwayIsUnavailableAndNotEmpty", Absent::new));
  }

  private static Breakage<InMemoryViewLedger, ViewLedger> of(
      String fault, String redTest, Function<InMemoryViewLedger, ViewLedger> breaking) {
    return new Breakage<>(fault, redTest, breaking);
  }

  private static ViewLedger applying(InMemoryViewLedger ledger, UnaryOperator<Posting> answer) {
    return new ForwardingLedger(ledger) {
      @Override
      public Posting apply(Shard shard, SealedBatch batch) {
        return answer.apply(super.apply(shard, batch));
      }
    };
  }

  private static Posting called(Posting posting, Verdict verdict, Verdict wrong) {
    return posting.verdict() == verdict ? new Posting(wrong, 0) : posting;
  }

  private static final class Unledgered extends ForwardingLedger {
    Unledgered(InMemoryViewLedger inner) {
      super(inner);
    }

    /** Adds it under another name whenever it comes. */
    @Override
    public Posting apply(Shard shard, SealedBatch batch) {
      var nobody = new WriterId(UUID.randomUUID());
      inner.register(nobody, Via.DIRECT, List.of(shard));
      var again = new ViewBatch(nobody, 1, Mark.START.next(batch.counts().total()), batch.counts());
      return inner.applyDirect(shard, again, batch.sealedAt(), List.of());
    }
  }

  private static final class Mixed extends ForwardingLedger {
    Mixed(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public Applied applied(Shard shard) {
      var marks = new HashMap<>(inner.applied(shard).marks());
      marks.putAll(inner.books(List.of(shard)).get(0).applied(Via.DIRECT).marks());
      return new Applied(marks);
    }
  }

  private static final class Amnesia extends ForwardingLedger {
    Amnesia(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void register(WriterId writer, Via via, Collection<Shard> shards) {
      for (var books : inner.books(shards)) {
        var mark = books.applied(via).of(writer);
        if (mark != null) {
          inner.remove(books.shard(), writer, mark, Duration.ZERO);
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
    public Map<Shard, Mark> heartbeat(Collection<Counted> counted) {
      counted.forEach(of -> inner.register(of.writer(), Via.STAGING, List.of(of.shard())));
      return inner.heartbeat(counted);
    }
  }

  private static final class Untold extends ForwardingLedger {
    Untold(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public Posting applyDirect(
        Shard shard, ViewBatch batch, Instant formedAt, Collection<Counted> movedFrom) {
      return inner.applyDirect(shard, batch, formedAt, List.of());
    }
  }

  private static final class Twice extends ForwardingLedger {
    Twice(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public Retirement retire(Counted old, Via via, Mark base, WriterId next) {
      var end = inner.retire(old, via, base, new WriterId(UUID.randomUUID()));
      inner.register(next, via, List.of(old.shard()));
      return end;
    }
  }

  private static final class Hasty extends ForwardingLedger {
    Hasty(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void remove(Shard shard, WriterId writer, Mark applied, Duration silentFor) {
      inner.remove(shard, writer, applied, Duration.ZERO);
    }
  }

  private static final class Silent extends ForwardingLedger {
    Silent(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public void quarantine(Shard shard, List<SealedBatch> segments, Verdict why) {
      // The fault: what is thrown away is told nowhere.
    }
  }

  private static final class Absent extends ForwardingLedger {
    Absent(InMemoryViewLedger inner) {
      super(inner);
    }

    @Override
    public Applied applied(Shard shard) {
      try {
        return inner.applied(shard);
      } catch (PortUnavailable e) {
        return Applied.NONE;
      }
    }
  }
}
