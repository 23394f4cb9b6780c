package io.clientele.testkit.views.staging;

import static io.clientele.domain.views.staging.AddResult.Kind.DUPLICATE;
import static io.clientele.domain.views.staging.AddResult.Kind.GAP;
import static io.clientele.domain.views.staging.AddResult.Kind.OK;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import io.clientele.testkit.kernel.PortFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stagings with one fault each. */
final class BrokenStagings {
  private BrokenStagings() {}

  static Stream<PortFault<InMemoryViewStaging, ViewStaging>> all() {
    return Stream.of(
        of(
            "ADD without a look at what was seen",
            "aRepeatedBatchIsAddedOnce",
            inner -> adding(inner, (state, batch) -> addAnyway(state, batch, DUPLICATE))),
        of(
            "ADD over a gap",
            "aBatchAfterAMissingOneIsNotAdded",
            inner -> adding(inner, (state, batch) -> addAnyway(state, batch, GAP))),
        of(
            "ADD without a bound of accounts",
            "aSealedBatchHasAtMostTenThousandAccounts",
            inner -> adding(inner, StagingState::add)),
        of("SEAL over the batch before", "theOldestBatchIsReadUntilTheLedgerHasIt", OneBatch::new),
        of("READ keeps nothing", "aRolledBackLedgerGetsTheLastBatchesAgain", Forgetful::new),
        of("RESET without its guard", "aHealthyShardIsNeverDiscarded", EagerReset::new),
        of("RESET! without its guard", "aHeadOtherThanTheRefusedOneIsNotDiscarded", EagerNow::new),
        of("RESET for being behind", "forgettingAWriterLosesNoViewOfOthers", HastyReset::new),
        of("RESET never", "anEmptyShardTakesTheOffsetsOfTheLedger", LazyReset::new),
        of("FORGET without its guard", "aWriterWithOpenViewsIsNotForgotten", Eraser::new),
        of(
            "a removal is noted without a look at its mark",
            "aLateNoteOfARemovalDoesNotHideThatTheWriterIsBack",
            LateNotes::new),
        of("counts as doubles", "countsAboveTheExactRangeOfADoubleAreExact", Doubles::new),
        of("never late", "aBatchDroppedAfterTheVectorWasReadMakesTheReadLate", Joined::new),
        of("never beside", "randomStepsHaveTheResultsOfTheDomain", Joined::new),
        of("down looks like empty", "anUnreachableStagingIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryViewStaging, ViewStaging> of(
      String fault, String redTest, Function<InMemoryViewStaging, ViewStaging> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static ViewStaging adding(
      InMemoryViewStaging staging,
      BiFunction<StagingState, ViewBatch, StagingState.Step<AddResult>> rule) {
    return new ForwardingStaging(staging) {
      @Override
      public AddResult add(Shard shard, ViewBatch batch) {
        var step = rule.apply(inner.state(shard), batch);
        inner.restore(shard, step.next());
        return step.answer();
      }
    };
  }

  private static StagingState.Step<AddResult> addAnyway(
      StagingState state, ViewBatch batch, AddResult.Kind ignored) {
    var step = state.add(batch);
    if (step.answer().kind() != ignored) {
      return step;
    }
    var seen = new HashMap<>(state.seen());
    seen.put(batch.writer(), batch.to());
    var open = state.open().plus(batch.counts());
    var next =
        new StagingState(open, seen, state.start(), state.sealed(), state.kept(), state.dropped());
    return new StagingState.Step<>(next, new AddResult(OK, batch.to()));
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
          new StagingState(
              state.open(), state.seen(), state.start(), last, state.kept(), state.dropped()));
    }
  }

  private static final class Forgetful extends ForwardingStaging {
    Forgetful(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public NextBatch read(Shard shard, AppliedOffsets applied) {
      var head = inner.read(shard, applied);
      var state = inner.state(shard);
      inner.restore(
          shard,
          new StagingState(
              state.open(),
              state.seen(),
              state.start(),
              state.sealed(),
              List.of(),
              state.dropped()));
      return head;
    }
  }

  private static void discard(InMemoryViewStaging inner, Shard shard, AppliedOffsets applied) {
    var marks = applied.byWriter();
    var empty = StagingState.EMPTY;
    inner.restore(
        shard,
        new StagingState(empty.open(), marks, marks, List.of(), inner.state(shard).kept(), marks));
  }

  private static final class EagerReset extends ForwardingStaging {
    EagerReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public ResetResult reset(Shard shard, AppliedOffsets applied) {
      discard(inner, shard, applied);
      return ResetResult.DISCARDED;
    }
  }

  private static final class HastyReset extends ForwardingStaging {
    HastyReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public ResetResult reset(Shard shard, AppliedOffsets applied) {
      var isBehind =
          applied.byWriter().entrySet().stream()
              .anyMatch(entry -> inner.seen(shard, entry.getKey()).isBefore(entry.getValue()));
      if (isBehind) {
        discard(inner, shard, applied);
        return ResetResult.DISCARDED;
      }
      return inner.reset(shard, applied);
    }
  }

  private static final class EagerNow extends ForwardingStaging {
    EagerNow(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
      discard(inner, shard, applied);
      return ResetResult.DISCARDED;
    }
  }

  private static final class LazyReset extends ForwardingStaging {
    LazyReset(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public ResetResult reset(Shard shard, AppliedOffsets applied) {
      return ResetResult.CLEAN;
    }
  }

  private static final class Eraser extends ForwardingStaging {
    Eraser(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public void forget(Shard shard, WriterId writer, Offset upTo) {
      var state = inner.state(shard);
      var seen = new HashMap<>(state.seen());
      seen.remove(writer);
      inner.restore(
          shard,
          new StagingState(
              state.open(), seen, Map.of(), state.sealed(), state.kept(), state.dropped()));
    }
  }

  private static final class LateNotes extends ForwardingStaging {
    LateNotes(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public void removed(Shard shard, WriterId writer, Offset at) {
      inner.removed(shard, writer, at.closed());
    }
  }

  private static final class Doubles extends ForwardingStaging {
    Doubles(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
      var pending = inner.pending(shard, applied, accounts);
      var views =
          pending.views().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) (double) e.getValue()));
      return new PendingViews(views, pending.standing(), pending.sinceReset());
    }
  }

  private static final class Joined extends ForwardingStaging {
    Joined(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
      var pending = inner.pending(shard, applied, accounts);
      return new PendingViews(pending.views(), Standing.JOINED, pending.sinceReset());
    }
  }

  private static final class Absent extends ForwardingStaging {
    Absent(InMemoryViewStaging inner) {
      super(inner);
    }

    @Override
    public Offset seen(Shard shard, WriterId writer) {
      try {
        return inner.seen(shard, writer);
      } catch (PortUnavailable e) {
        return Offset.START;
      }
    }
  }
}
