package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.FlusherState;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.modelcheck.model.WriterState;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks liveness: once faults cease, the living processes must bring every view to the totals
 * once, and then come to rest.
 */
final class LivenessCheck {
  /** A violated promise. */
  record Broken(Promise promise, String how) {}

  /**
   * The result of a state; missing views, one bit each, must be among those that a fault may cost.
   */
  private record End(Optional<Broken> broken, int missing) {}

  private static final int ROUNDS_MAX = 60;

  private final StateSpace world;
  private final WriterTransitions moves;
  private final MessageTransitions mailbox;
  private final Map<ModelState, End> ends = new HashMap<>();

  LivenessCheck(StateSpace world) {
    this.world = world;
    this.moves = new WriterTransitions(world);
    this.mailbox = new MessageTransitions(world);
  }

  int size() {
    return ends.size();
  }

  Optional<Broken> from(ModelState state) {
    var numbers = ModelState.zero();
    for (var part :
        new StateVariable[] {
          StateVariable.STAGED,
          StateVariable.LEDGER,
          StateVariable.WRITER_0,
          StateVariable.WRITER_1,
          StateVariable.WRITER_2
        }) {
      numbers = numbers.with(part, state.get(part));
    }
    numbers =
        numbers.with(
            StateVariable.BUDGET,
            EventBudget.VIEWS.of(EventBudget.VIEWS.left(state.get(StateVariable.BUDGET))));
    var end = ends.get(numbers);
    if (end == null) {
      end = end(numbers);
      ends.put(numbers, end);
    }
    var missing = end.missing & ~state.get(StateVariable.LOST);
    return end.broken.isPresent() || missing == 0
        ? end.broken
        : Optional.of(new Broken(Promise.NO_LOSS, "views " + Integer.toBinaryString(missing)));
  }

  private End end(ModelState state) {
    for (var round = 0; round < ROUNDS_MAX; round++) {
      var before = state;
      state = reset(state, world.ledgerIn(state).applied());
      for (var w = 0; w < world.scenario.writers(); w++) {
        if (world.writerIn(state, w).isAlive()) {
          if (moves.mustRetire(state, w) && !moves.mayRetire(state, w)) {
            return new End(Optional.empty(), 0);
          }
          state = moves.mustRetire(state, w) ? moves.retired(state, w) : send(state, w);
          if (isStranded(state, w)) {
            return broken(Promise.NO_LOSS, "writer " + w + " no longer keeps a needed batch");
          }
        }
      }
      state = flush(state.with(StateVariable.STAGED, world.seal(state.get(StateVariable.STAGED))));
      if (state.equals(before)) {
        return judged(state);
      }
      if (state.get(StateVariable.FLUSHER_0) != 0) {
        return broken(Promise.COMES_TO_REST, "a flush has no end");
      }
    }
    return broken(Promise.COMES_TO_REST, "no rest after " + ROUNDS_MAX + " rounds");
  }

  private ModelState reset(ModelState state, AppliedOffsets applied) {
    var vector = world.vectors.of(applied);
    return state.with(
        StateVariable.STAGED, world.reset(state.get(StateVariable.STAGED), vector).staged());
  }

  /** A message after its writer's removal may lose views that no living writer has. */
  private ModelState resetByConflict(ModelState state, int head) {
    var lost = world.holdsAStranger(state) ? world.held(state, world.ledgerIn(state)) : 0;
    var applied = world.ledgerIn(state).read(world.namedBy(head));
    return world.lose(reset(state, applied), lost);
  }

  /** Synchronises with both stores, then sends all views. */
  private ModelState send(ModelState state, int w) {
    var id = world.ids.get(w);
    var writer = world.writerIn(state, w);
    var log = writer.log(id);
    var row = world.ledgerIn(state).applied().of(id);
    if (row != null) {
      world.steps.prune(log, row);
    }
    world.steps.sync(log, world.seen(state, w));
    state = put(state, w, writer.with(writer.unsent(), log));
    state = sendKept(state, w);
    writer = world.writerIn(state, w);
    log = writer.log(id);
    if (writer.unsent().isEmpty() || !log.isIdle()) {
      return state;
    }
    log.form(writer.unsent());
    return sendKept(put(state, w, writer.with(ViewCounts.NONE, log)), w);
  }

  private ModelState sendKept(ModelState state, int w) {
    var batch = world.writerIn(state, w).log(world.ids.get(w)).next();
    if (batch.isEmpty()) {
      return state;
    }
    var made = world.add(state.get(StateVariable.STAGED), world.letters.of(batch.get()));
    var added = state.with(StateVariable.STAGED, made.staged());
    var answered = mailbox.answered(added, w, batch.get(), made.answer());
    return made.answer().kind() == AddResult.Kind.GAP ? answered : sendKept(answered, w);
  }

  private boolean isStranded(ModelState state, int w) {
    var writer = world.writerIn(state, w);
    return !world.scenario.retires()
        && writer.isAlive()
        && moves.isBeyond(state, w, world.seen(state, w));
  }

  /** Applies sealed batches; the variable FLUSHER_0 marks a flush that cannot end. */
  private ModelState flush(ModelState state) {
    var refused = 0;
    var last = 0;
    for (var read = 0; read < ROUNDS_MAX; read++) {
      var vector = world.vectors.of(world.ledgerIn(state).read(world.namedBy(last)));
      var made = world.read(state.get(StateVariable.STAGED), vector);
      state = state.with(StateVariable.STAGED, made.staged());
      var head = world.heads.of(made.answer());
      if (made.answer() instanceof NextBatch.Nothing) {
        return state;
      }
      if (head == refused) {
        return discard(state, FlusherState.asked(vector, head));
      }
      refused = 0;
      last = head;
      var verdict = verdict(state, made.answer());
      if (verdict == ApplyVerdict.CONFLICT) {
        return resetByConflict(state, head);
      }
      if (verdict == ApplyVerdict.OK) {
        var batch = ((NextBatch.Batch) made.answer()).batch();
        state = state.with(StateVariable.LEDGER, world.apply(state, batch));
      } else if (verdict != ApplyVerdict.DUPLICATE) {
        refused = head;
      }
    }
    return state.with(StateVariable.FLUSHER_0, 1);
  }

  private ApplyVerdict verdict(ModelState state, NextBatch head) {
    return head instanceof NextBatch.Batch batch
        ? world.steps.against(
            batch.batch(), world.ledgerIn(state).read(batch.batch().ranges().keySet()))
        : ApplyVerdict.GAP;
  }

  private ModelState discard(ModelState state, FlusherState flusher) {
    var isExpected = world.scenario.retires() || world.scenario.limit(EventBudget.REMOVALS) > 0;
    var isBatch = world.heads.at(flusher.head()) instanceof NextBatch.Batch;
    if (isBatch && !isExpected) {
      return state.with(StateVariable.FLUSHER_0, 1);
    }
    var lost = isBatch ? world.held(state, world.ledgerIn(state)) : 0;
    return world
        .lose(state, lost)
        .with(
            StateVariable.STAGED,
            world.resetNow(state.get(StateVariable.STAGED), flusher).staged());
  }

  private End judged(ModelState state) {
    var totals = world.ledgerIn(state).persisted();
    var missing = 0;
    for (var v = 0; v < world.viewed(state); v++) {
      var count = totals.of(world.account(v));
      if (count > 1) {
        return broken(Promise.NO_DOUBLE, "view " + v + " counted " + count + " times");
      }
      missing |= count == 0 ? 1 << v : 0;
    }
    var staged = world.stagedIn(state);
    return staged.open().isEmpty() && staged.sealed().isEmpty()
        ? new End(Optional.empty(), missing & ~state.get(StateVariable.LOST))
        : broken(Promise.COMES_TO_REST, "something is still staged");
  }

  private ModelState put(ModelState state, int w, WriterState writer) {
    return state.with(StateVariable.writer(w), world.writers.of(writer));
  }

  private static End broken(Promise promise, String how) {
    return new End(Optional.of(new Broken(promise, how)), 0);
  }
}
