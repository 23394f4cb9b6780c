package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.FlusherState;
import io.clientele.domain.views.modelcheck.model.FlusherState.Stage;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.modelcheck.model.Transitions;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ResetResult;

/**
 * Flushes of any instances on one shard, each killed between any two steps, and concurrent RESETs.
 */
final class FlusherTransitions implements Transitions {
  private final StateSpace world;

  FlusherTransitions(StateSpace world) {
    this.world = world;
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    step(state, StateVariable.FLUSHER_0, sink);
    if (world.scenario.flushers() > 1
        && state.get(StateVariable.FLUSHER_0) != state.get(StateVariable.FLUSHER_1)) {
      step(state, StateVariable.FLUSHER_1, sink);
    }
    reset(state, sink);
  }

  private void step(ModelState state, StateVariable which, TransitionSink sink) {
    var flusher = world.flushers.at(state.get(which));
    if (flusher.stage() != Stage.IDLE) {
      sink.to(
          with(state, which, FlusherState.IDLE), () -> "flush IS KILLED after " + flusher.stage());
    }
    if (flusher.stage() == Stage.IDLE) {
      seal(state, which, sink);
    } else if (flusher.stage() == Stage.SEALED) {
      var named = world.namedBy(flusher.last());
      var vector = world.vectors.of(world.ledgerIn(state).read(named));
      var asked = FlusherState.asked(vector, flusher.head());
      sink.to(with(state, which, asked), () -> "flush reads the ledger's marks");
    } else if (flusher.stage() == Stage.ASKED_LEDGER) {
      read(state, which, flusher, sink);
    } else if (flusher.stage() == Stage.READ) {
      apply(state, which, (NextBatch.Batch) world.heads.at(flusher.head()), sink);
    } else if (flusher.stage() == Stage.REFUSED_TWICE) {
      resetNow(state, which, flusher, sink);
    } else {
      var next = reset(with(state, which, FlusherState.IDLE), flusher.vector());
      sink.to(next, () -> "flush RESETs by " + spell(flusher.vector()));
    }
  }

  private void seal(ModelState state, StateVariable which, TransitionSink sink) {
    if (hasWork(state)) {
      var sealed = state.with(StateVariable.STAGED, world.seal(state.get(StateVariable.STAGED)));
      sink.to(with(sealed, which, FlusherState.sealed(0, 0)), () -> "flush SEALs");
    }
  }

  /** Skips a flush that would find nothing now and nothing after any fault. */
  private boolean hasWork(ModelState state) {
    var staged = world.stagedIn(state);
    var vector = world.vectors.of(world.ledgerIn(state).applied());
    return !staged.open().isEmpty()
        || !staged.sealed().isEmpty()
        || !staged.kept().isEmpty() && world.scenario.limit(EventBudget.LEDGER_ROLLBACKS) > 0
        || !(world.read(state.get(StateVariable.STAGED), vector).answer()
            instanceof NextBatch.Nothing);
  }

  private void read(
      ModelState state, StateVariable which, FlusherState flusher, TransitionSink sink) {
    var made = world.read(state.get(StateVariable.STAGED), flusher.vector());
    var head = world.heads.of(made.answer());
    var dropped = state.with(StateVariable.STAGED, made.staged());
    if (made.answer() instanceof NextBatch.Nothing) {
      sink.to(with(dropped, which, FlusherState.IDLE), () -> "flush READs nothing");
    } else if (head == flusher.head()) {
      var refused = FlusherState.refusedTwice(flusher.vector(), head);
      sink.to(with(dropped, which, refused), () -> "flush READs the same again");
    } else if (made.answer() instanceof NextBatch.Batch batch) {
      sink.to(
          with(dropped, which, FlusherState.read(head)),
          () -> "flush READs " + spell(batch.batch()));
    } else {
      sink.to(with(dropped, which, FlusherState.sealed(head, 0)), () -> "flush READs: ahead");
    }
  }

  /**
   * Resets the head only if it is still refused, because that loses views that no living writer
   * has.
   */
  private void resetNow(
      ModelState state, StateVariable which, FlusherState flusher, TransitionSink sink) {
    var made = world.resetNow(state.get(StateVariable.STAGED), flusher);
    var isDiscarded = made.answer() == ResetResult.DISCARDED;
    if (isDiscarded && world.scenario.isCalm()) {
      sink.broken(Promise.NO_RESET_IN_CALM, () -> "RESET! without a fault", () -> "RESET!");
      return;
    }
    var isJust = isDiscarded && isRefused(state, flusher);
    var lost = isJust ? world.held(state, world.ledgerIn(state)) : 0;
    var next = world.lose(state.with(StateVariable.STAGED, made.staged()), lost);
    sink.to(
        readAgain(with(next, which, FlusherState.IDLE), made.answer()),
        () -> "flush RESETs at once -> " + made.answer());
  }

  private boolean isRefused(ModelState state, FlusherState flusher) {
    var head = world.read(state.get(StateVariable.STAGED), flusher.vector()).answer();
    var verdict =
        head instanceof NextBatch.Batch batch
            ? world.steps.against(batch.batch(), world.vectors.at(flusher.vector()))
            : ApplyVerdict.GAP;
    return world.heads.of(head) == flusher.head()
        && (verdict == ApplyVerdict.GAP || verdict == ApplyVerdict.UNKNOWN);
  }

  private void apply(
      ModelState state, StateVariable which, NextBatch.Batch head, TransitionSink sink) {
    if (state.get(StateVariable.FOLDER) != 0 && world.steps.foldsUnderLock()) {
      sink.to(with(state, which, FlusherState.IDLE), () -> "ledger: BUSY");
      return;
    }
    var batch = head.batch();
    var ledger = world.ledgerIn(state);
    var known = ledger.read(batch.ranges().keySet());
    var verdict = world.steps.against(batch, known);
    var last = world.scenario.leavesMarks() ? world.heads.of(head) : 0;
    if (verdict == ApplyVerdict.OK) {
      var done = world.apply(state, batch);
      var applied = state.with(StateVariable.LEDGER, done);
      sink.to(with(applied, which, FlusherState.sealed(0, last)), () -> "COMMIT " + spell(batch));
      sink.to(applied, () -> "COMMIT " + spell(batch) + ", answer lost");
    } else if (verdict == ApplyVerdict.DUPLICATE) {
      sink.to(with(state, which, FlusherState.sealed(0, last)), () -> "ledger: DUPLICATE");
    } else if (verdict == ApplyVerdict.CONFLICT) {
      var vector = world.vectors.of(known);
      sink.to(with(state, which, FlusherState.conflict(vector)), () -> "ledger: CONFLICT");
    } else {
      var refused = FlusherState.sealed(world.heads.of(head), last);
      sink.to(with(state, which, refused), () -> "ledger: " + verdict);
    }
  }

  /** A RESET of any process, once it can have an effect: staging went back. */
  private void reset(ModelState state, TransitionSink sink) {
    var holding = state.get(StateVariable.RESETTER);
    if (holding != 0) {
      var rest = state.with(StateVariable.RESETTER, 0);
      sink.to(reset(rest, holding), () -> "RESET by " + spell(holding));
      sink.to(rest, () -> "RESET IS KILLED before it began");
    } else if (world.scenario.resetsAlways() || world.wentBack(state)) {
      var vector = world.vectors.of(world.ledgerIn(state).applied());
      sink.to(state.with(StateVariable.RESETTER, vector), () -> "RESET reads the ledger's marks");
    }
  }

  private ModelState reset(ModelState state, int vector) {
    var made = world.reset(state.get(StateVariable.STAGED), vector);
    var isJust = made.answer() == ResetResult.DISCARDED && world.holdsAStranger(state);
    var lost = isJust ? world.held(state, world.ledgerIn(state)) : 0;
    var next = world.lose(state.with(StateVariable.STAGED, made.staged()), lost);
    return readAgain(next, made.answer());
  }

  /** A RESET that is younger than a read: the read starts again. */
  private static ModelState readAgain(ModelState state, ResetResult reset) {
    return reset == ResetResult.DISCARDED ? state.with(StateVariable.READER, 0) : state;
  }

  private ModelState with(ModelState state, StateVariable which, FlusherState flusher) {
    var mine = world.flushers.of(flusher);
    var other =
        state.get(
            which == StateVariable.FLUSHER_0 ? StateVariable.FLUSHER_1 : StateVariable.FLUSHER_0);
    if (world.scenario.flushers() == 1) {
      return state.with(StateVariable.FLUSHER_0, mine);
    }
    return state
        .with(StateVariable.FLUSHER_0, Math.min(mine, other))
        .with(StateVariable.FLUSHER_1, Math.max(mine, other));
  }

  private String spell(int vector) {
    var words = new StringBuilder("applied");
    for (var w = 0; w < world.scenario.writers(); w++) {
      var mark = world.vectors.at(vector).of(world.ids.get(w));
      words.append(" w").append(w).append('=').append(mark == null ? "none" : mark.seq());
    }
    return words.toString();
  }

  private String spell(SealedBatch batch) {
    var words = new StringBuilder();
    for (var w = 0; w < world.scenario.writers(); w++) {
      var span = batch.ranges().get(world.ids.get(w));
      if (span != null) {
        words.append("(w%d:%d-%d]".formatted(w, span.from().seq(), span.to().seq()));
      }
    }
    return words.toString();
  }
}
