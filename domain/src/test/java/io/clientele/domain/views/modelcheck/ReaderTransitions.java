package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.InternTable;
import io.clientele.domain.views.modelcheck.model.MemoizedStep;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.modelcheck.model.Transitions;
import io.clientele.domain.views.staging.PendingViews.Standing;
import java.time.Instant;
import java.util.Arrays;

/** Reads a live total of every account: first the ledger's part, then the staged views. */
final class ReaderTransitions implements Transitions {
  /**
   * A read between its two halves.
   *
   * @param totals the persisted views; of a half read, those of the segments alone
   * @param truth the true counts of each account at its start
   * @param rollbacks how often staging may still go back: a read under which it does is not exact
   * @param removals how many rows may still be removed: a removal takes minutes of silence, which
   *     is longer than any read
   */
  private record Reader(
      ViewCounts totals,
      AppliedOffsets applied,
      Truth truth,
      int rollbacks,
      int removals,
      boolean isHalf) {}

  /** Views of each account. */
  private record Truth(long[] views) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Truth truth && Arrays.equals(views, truth.views);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(views);
    }

    boolean isWithin(Truth other) {
      for (var i = 0; i < views.length; i++) {
        if (views[i] > other.views[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Truth DEGRADED = new Truth(new long[0]);

  private final StateSpace world;
  private final InternTable<Reader> readers =
      new InternTable<>(new Reader(ViewCounts.NONE, AppliedOffsets.NONE, DEGRADED, 0, 0, false));
  private final MemoizedStep<Truth> lives = new MemoizedStep<>(this::live);
  private final MemoizedStep<Truth> truths =
      new MemoizedStep<>((staged, ledger) -> truth(staged, ledger, false));
  private final MemoizedStep<Truth> truthsOnceBack =
      new MemoizedStep<>((staged, ledger) -> truth(staged, ledger, true));

  ReaderTransitions(StateSpace world) {
    this.world = world;
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    if (!world.scenario.reads()) {
      return;
    }
    var reader = readers.at(state.get(StateVariable.READER));
    if (state.get(StateVariable.READER) == 0) {
      readLedger(state, sink);
    } else if (reader.isHalf()) {
      var totals = reader.totals().plus(world.ledgerIn(state).totals());
      sink.to(reading(state, totals, false), () -> "read asks the ledger for totals");
    } else {
      judge(state, sink);
      sink.to(state.with(StateVariable.READER, 0), () -> "read asks staging");
    }
  }

  private void readLedger(ModelState state, TransitionSink sink) {
    var ledger = world.ledgerIn(state);
    if (!world.isUpgraded(state)) {
      sink.to(reading(state, ledger.totals(), false), () -> "old version asks for totals");
    } else if (world.steps.readsOneSnapshot()) {
      var persisted = world.steps.persisted(ledger);
      sink.to(reading(state, persisted, false), () -> "read asks the ledger");
    } else {
      var segments = ledger.segments();
      sink.to(reading(state, segments, true), () -> "read asks the ledger for segments");
    }
  }

  private ModelState reading(ModelState state, ViewCounts totals, boolean isHalf) {
    var budget = state.get(StateVariable.BUDGET);
    var reader =
        new Reader(
            totals,
            world.ledgerIn(state).applied(),
            truth(state),
            EventBudget.STAGED_ROLLBACKS.left(budget),
            EventBudget.REMOVALS.left(budget),
            isHalf);
    return state.with(StateVariable.READER, readers.of(reader));
  }

  /**
   * After staging went back a view may be missing for a while: the result is between two truths.
   */
  private void judge(ModelState state, TransitionSink sink) {
    var reader = readers.at(state.get(StateVariable.READER));
    var said = lives.of(state.get(StateVariable.STAGED), state.get(StateVariable.READER));
    var now = truth(state);
    var budget = state.get(StateVariable.BUDGET);
    var isComparable =
        reader.removals() == EventBudget.REMOVALS.left(budget)
            && reader.rollbacks() == EventBudget.STAGED_ROLLBACKS.left(budget);
    if (said != DEGRADED
        && isComparable
        && !said.equals(now)
        && !(world.wentBack(state) && reader.truth().isWithin(said) && said.isWithin(now))) {
      sink.broken(
          Promise.EXACT_READ,
          () ->
              "read said %s, but true is %s"
                  .formatted(Arrays.toString(said.views()), Arrays.toString(now.views())),
          () -> "read asks staging");
    }
  }

  private Truth live(int at, int number) {
    var staged = world.staged.at(at);
    var reader = readers.at(number);
    if (world.steps.standing(staged, reader.applied()) != Standing.JOINED) {
      return DEGRADED;
    }
    var views = new long[world.scenario.limit(EventBudget.VIEWS)];
    for (var v = 0; v < views.length; v++) {
      var id = world.account(v);
      views[v] = reader.totals().of(id) + world.steps.pending(staged, reader.applied(), id);
    }
    return new Truth(views);
  }

  private Truth truth(ModelState state) {
    var memo = world.wentBack(state) ? truthsOnceBack : truths;
    return memo.of(state.get(StateVariable.STAGED), state.get(StateVariable.LEDGER));
  }

  /**
   * The totals plus the staged views that are neither applied nor to be discarded. After staging
   * went back one view may be in several of them, and counts once.
   */
  private Truth truth(int at, int number, boolean isOnceBack) {
    var staged = world.staged.at(at);
    var ledger = world.ledgers.at(number);
    var all = ledger.persisted();
    for (var batch : staged.segments(Instant.EPOCH)) {
      var isKnown = ledger.applied().byWriter().keySet().containsAll(batch.ranges().keySet());
      all = batch.isCoveredBy(ledger.applied()) || !isKnown ? all : all.plus(batch.counts());
    }
    var views = new long[world.scenario.limit(EventBudget.VIEWS)];
    for (var v = 0; v < views.length; v++) {
      var count = all.of(world.account(v));
      views[v] = isOnceBack ? Math.min(count, 1) : count;
    }
    return new Truth(views);
  }
}
