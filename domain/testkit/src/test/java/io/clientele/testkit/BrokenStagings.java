package io.clientele.testkit;

import static io.clientele.domain.views.Added.Kind.DUPLICATE;
import static io.clientele.domain.views.Added.Kind.GAP;
import static io.clientele.domain.views.Added.Kind.OK;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending;
import io.clientele.domain.views.Pending.Standing;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stagings with one fault each. */
final class BrokenStagings {
  private BrokenStagings() {}

  static Stream<Breakage<InMemoryViewStaging, ViewStaging>> all() {
    return Stream.of(
        of(
            "ADD without a look at what was seen",
            "aBatchThatComesAgainIsNotAddedAgain",
            inner -> adding(inner, (state, batch) -> addAnyway(state, batch, DUPLICATE))),
        of(
            "ADD over a gap",
            "aBatchAfterAMissingOneIsNotAdded",
            inner -> adding(inner, (state, batch) -> addAnyway(state, batch, GAP))),
        of(
            "ADD without a bound of accounts",
            "noSealedBatchHoldsMoreThanTenThousandAccounts",
            inner -> adding(inner, StagedViews::add)),
        of("SEAL over the batch before", "theOldestBatchIsReadUntilTheLedgerHasIt", OneBatch::new),
        of("READ keeps nothing", "aLedgerThatFellBackHasTheLastBatchesAgain", Forgetful::new),
        of("RESET without its guard", "aHealthyShardIsNeverThrownAway", EagerReset::new),
        of(
            "RESET! without its guard",
            "anotherHeadThanTheRefusedOneIsNotThrownAway",
            EagerNow::new),
        of(
            "RESET for being behind",
            "aWriterThatWasForgottenCostsNobodyElseAView",
            HastyReset::new),
        of("RESET never", "anEmptyShardTakesOverWhereTheLedgerStands", LazyReset::new),
        of(
            "FORGET without its guard",
            "aWriterIsNotForgottenWhileSomethingOfItIsOpen",
            Eraser::new),
        of("counts as doubles", "countsAreExactBeyondWhatADoubleHolds", Doubles::new),
        of("never late", "whatWasDroppedSinceTheVectorWasReadMakesItLate", Joined::new),
        of("never beside", "stepsInAnyOrderAnswerAsTheRulesOfTheDomainDo", Joined::new),
        of("down looks like empty", "aStagingThatIsAwayIsUnavailableAndNotEmpty", Absent::new));
  }

  private static Breakage<InMemoryViewStaging, ViewStaging> of(
      String fault, String redTest, Function<InMemoryViewStaging, ViewStaging> breaking) {
    return new Breakage<>(fault, redTest, breaking);
  }

  private static ViewStaging adding(
      InMemoryViewStaging staging,
      BiFunction<StagedViews, ViewBatch, StagedViews.Step<Added>> rule) {
    return new ForwardingStaging(staging) {
      @Override
      public Added add(Shard shard, ViewBatch batch) {
        var step = rule.apply(inner.state(shard), batch);
        inner.restore(shard, step.next());
        return step.answer();
      }
    };
  }

  private static StagedViews.Step<Added> addAnyway(
      StagedViews state, ViewBatch batch, Added.Kind ignored) {
    var step = state.add(batch);
    if (step.answer().kind() != ignored) {
      return step;
    }
    var seen = new HashMap<>(state.seen());
    seen.put(batch.writer(), batch.to());
    var open = state.open().plus(batch.counts());
    var next =
        new StagedViews(open, seen, state.start(), state.sealed(), state.kept(), state.dropped());
    return new StagedViews.Step<>(next, new Added(OK, batch.to()));
  }

  private static final class OneBatch extends ForwardingStaging {
    OneBatch(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public void seal(Shard shard) {
      inner.seal(shard);
      var state = inner.state(shard);
      var last =
          state.sealed().subList(Math.max(0, state.sealed().size() - 1), state.sealed().size());
      inner.restore(
          shard,
          new StagedViews(
              state.open(), state.seen(), state.start(), last, state.kept(), state.dropped()));
    }
  }

  private static final class Forgetful extends ForwardingStaging {
    Forgetful(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Head read(Shard shard, Applied applied) {
      var head = inner.read(shard, applied);
      var state = inner.state(shard);
      inner.restore(
          shard,
          new StagedViews(
              state.open(),
              state.seen(),
              state.start(),
              state.sealed(),
              List.of(),
              state.dropped()));
      return head;
    }
  }

  private static void discard(InMemoryViewStaging inner, Shard shard, Applied applied) {
    var marks = applied.marks();
    var empty = StagedViews.EMPTY;
    inner.restore(
        shard,
        new StagedViews(empty.open(), marks, marks, List.of(), inner.state(shard).kept(), marks));
  }

  private static final class EagerReset extends ForwardingStaging {
    EagerReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Reset reset(Shard shard, Applied applied) {
      discard(inner, shard, applied);
      return Reset.DISCARDED;
    }
  }

  private static final class HastyReset extends ForwardingStaging {
    HastyReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Reset reset(Shard shard, Applied applied) {
      var isBehind =
          applied.marks().entrySet().stream()
              .anyMatch(entry -> inner.seen(shard, entry.getKey()).isBefore(entry.getValue()));
      if (isBehind) {
        discard(inner, shard, applied);
        return Reset.DISCARDED;
      }
      return inner.reset(shard, applied);
    }
  }

  private static final class EagerNow extends ForwardingStaging {
    EagerNow(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Reset resetNow(Shard shard, Applied applied, Head refused) {
      discard(inner, shard, applied);
      return Reset.DISCARDED;
    }
  }

  private static final class LazyReset extends ForwardingStaging {
    LazyReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Reset reset(Shard shard, Applied applied) {
      return Reset.CLEAN;
    }
  }

  private static final class Eraser extends ForwardingStaging {
    Eraser(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public void forget(Shard shard, WriterId writer) {
      var state = inner.state(shard);
      var seen = new HashMap<>(state.seen());
      seen.remove(writer);
      inner.restore(
          shard,
          new StagedViews(
              state.open(), seen, Map.of(), state.sealed(), state.kept(), state.dropped()));
    }
  }

  private static final class Doubles extends ForwardingStaging {
    Doubles(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
      var pending = inner.pending(shard, applied, accounts);
      var views =
          pending.views().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) (double) e.getValue()));
      return new Pending(views, pending.standing(), pending.sinceReset());
    }
  }

  private static final class Joined extends ForwardingStaging {
    Joined(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
      var pending = inner.pending(shard, applied, accounts);
      return new Pending(pending.views(), Standing.JOINED, pending.sinceReset());
    }
  }

  private static final class Absent extends ForwardingStaging {
    Absent(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Mark seen(Shard shard, WriterId writer) {
      try {
        return inner.seen(shard, writer);
      } catch (PortUnavailable e) {
        return Mark.START;
      }
    }
  }
}
