package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.Transitions;
import java.util.LinkedHashSet;
import java.util.List;

/** Servers return to an earlier state, and a direct writer commits concurrently. */
final class FaultTransitions implements Transitions {
  private static final List<StateVariable> COPIES =
      List.of(StateVariable.COPY_0, StateVariable.COPY_1);

  private final StateSpace world;

  FaultTransitions(StateSpace world) {
    this.world = world;
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    commitDirect(state, sink);
    copyStaged(state, sink);
    stagedGoesBack(state, sink);
    copyLedger(state, sink);
    ledgerGoesBack(state, sink);
  }

  /**
   * Not during a read: a live total is exact except for direct writers, whose rows it reads before.
   */
  private void commitDirect(ModelState state, TransitionSink sink) {
    var isReading = state.get(StateVariable.READER) != 0;
    if (world.may(state, EventBudget.DIRECT_COMMITS)
        && world.may(state, EventBudget.VIEWS)
        && !isReading) {
      var ledger = world.ledgerIn(state).plusDirect(world.view(world.viewed(state)));
      var next = state.with(StateVariable.LEDGER, world.ledgers.of(ledger));
      sink.to(
          world.spend(world.spend(next, EventBudget.VIEWS), EventBudget.DIRECT_COMMITS),
          () -> "direct writer counts a view and commits it");
    }
  }

  /** The empty state, number 0, is always available. */
  private void copyStaged(ModelState state, TransitionSink sink) {
    var staged = state.get(StateVariable.STAGED);
    for (var i = 0;
        i < world.scenario.copies() && world.may(state, EventBudget.STAGED_COPIES);
        i++) {
      var copy = COPIES.get(i);
      if (staged == 0 || i > 0 && state.get(COPIES.get(i - 1)) == staged) {
        return;
      }
      if (state.get(copy) == 0) {
        sink.to(
            world.spend(state.with(copy, staged), EventBudget.STAGED_COPIES),
            () -> "staging is copied");
        return;
      }
    }
  }

  private void stagedGoesBack(ModelState state, TransitionSink sink) {
    if (world.may(state, EventBudget.STAGED_ROLLBACKS)) {
      var lost = world.lose(state, world.held(state, world.ledgerIn(state)));
      var targets = new LinkedHashSet<Integer>();
      targets.add(0);
      COPIES.forEach(copy -> targets.add(state.get(copy)));
      targets.remove(state.get(StateVariable.STAGED));
      for (var target : targets) {
        sink.to(
            world.spend(lost.with(StateVariable.STAGED, target), EventBudget.STAGED_ROLLBACKS),
            () -> "STAGING GOES BACK to " + (target == 0 ? "nothing" : "a copy"));
      }
    }
  }

  /** The number 0 is no copy, so numbers of ledgers are raised by one. */
  private void copyLedger(ModelState state, TransitionSink sink) {
    var copy = state.get(StateVariable.LEDGER) + 1;
    if (world.may(state, EventBudget.LEDGER_COPIES)
        && copy != state.get(StateVariable.LEDGER_COPY)) {
      sink.to(
          world.spend(state.with(StateVariable.LEDGER_COPY, copy), EventBudget.LEDGER_COPIES),
          () -> "ledger is copied");
    }
  }

  /** Loses no view while staging has what the ledger lost. Ends a transaction that folds. */
  private void ledgerGoesBack(ModelState state, TransitionSink sink) {
    var copy = state.get(StateVariable.LEDGER_COPY) - 1;
    if (world.may(state, EventBudget.LEDGER_ROLLBACKS) && copy >= 0) {
      var ledger = world.ledgers.at(copy);
      var isKept = world.scenario.keeps() && !world.scenario.retires();
      var lost = world.lose(state, isKept ? 0 : world.held(state, ledger));
      sink.to(
          world.spend(
              lost.with(StateVariable.LEDGER, copy).with(StateVariable.FOLDER, 0),
              EventBudget.LEDGER_ROLLBACKS),
          () -> "LEDGER GOES BACK to its copy");
    }
  }
}
