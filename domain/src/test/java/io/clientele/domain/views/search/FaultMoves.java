package io.clientele.domain.views.search;

import java.util.LinkedHashSet;
import java.util.List;

/** Servers go back to an earlier state, and a writer without the fast side commits beside it. */
final class FaultMoves implements Moves {
  private static final List<Part> COPIES = List.of(Part.COPY_0, Part.COPY_1);

  private final World world;

  FaultMoves(World world) {
    this.world = world;
  }

  @Override
  public void from(State state, Sink sink) {
    commitDirect(state, sink);
    copyStaged(state, sink);
    stagedGoesBack(state, sink);
    copyLedger(state, sink);
    ledgerGoesBack(state, sink);
  }

  /**
   * Not during a read: a live total is exact but for direct writers, whose rows it reads before.
   */
  private void commitDirect(State state, Sink sink) {
    var isReading = state.get(Part.READER) != 0;
    if (world.may(state, Limit.DIRECT_COMMITS) && world.may(state, Limit.VIEWS) && !isReading) {
      var ledger = world.ledgerIn(state).plusDirect(world.view(world.viewed(state)));
      var next = state.with(Part.LEDGER, world.ledgers.of(ledger));
      sink.to(
          world.spend(world.spend(next, Limit.VIEWS), Limit.DIRECT_COMMITS),
          () -> "direct writer counts a view and commits it");
    }
  }

  /** Nothing, number 0, is always there to go back to. */
  private void copyStaged(State state, Sink sink) {
    var staged = state.get(Part.STAGED);
    for (var i = 0; i < world.scenario.copies() && world.may(state, Limit.STAGED_COPIES); i++) {
      var copy = COPIES.get(i);
      if (staged == 0 || i > 0 && state.get(COPIES.get(i - 1)) == staged) {
        return;
      }
      if (state.get(copy) == 0) {
        sink.to(
            world.spend(state.with(copy, staged), Limit.STAGED_COPIES),
            () -> "fast side is copied");
        return;
      }
    }
  }

  private void stagedGoesBack(State state, Sink sink) {
    if (world.may(state, Limit.STAGED_ROLLBACKS)) {
      var lost = world.lose(state, world.held(state, world.ledgerIn(state)));
      var targets = new LinkedHashSet<Integer>();
      targets.add(0);
      COPIES.forEach(copy -> targets.add(state.get(copy)));
      targets.remove(state.get(Part.STAGED));
      for (var target : targets) {
        sink.to(
            world.spend(lost.with(Part.STAGED, target), Limit.STAGED_ROLLBACKS),
            () -> "FAST SIDE GOES BACK to " + (target == 0 ? "nothing" : "a copy"));
      }
    }
  }

  /** The number 0 is no copy, so those of ledgers are raised by one. */
  private void copyLedger(State state, Sink sink) {
    var copy = state.get(Part.LEDGER) + 1;
    if (world.may(state, Limit.LEDGER_COPIES) && copy != state.get(Part.LEDGER_COPY)) {
      sink.to(
          world.spend(state.with(Part.LEDGER_COPY, copy), Limit.LEDGER_COPIES),
          () -> "ledger is copied");
    }
  }

  /** Costs no view while the fast side keeps what the ledger lost. */
  private void ledgerGoesBack(State state, Sink sink) {
    var copy = state.get(Part.LEDGER_COPY) - 1;
    if (world.may(state, Limit.LEDGER_ROLLBACKS) && copy >= 0) {
      var ledger = world.ledgers.at(copy);
      var isKept = world.scenario.keeps() && !world.scenario.retires();
      var lost = world.lose(state, isKept ? 0 : world.held(state, ledger));
      sink.to(
          world.spend(lost.with(Part.LEDGER, copy), Limit.LEDGER_ROLLBACKS),
          () -> "LEDGER GOES BACK to its copy");
    }
  }
}
