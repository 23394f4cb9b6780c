package io.clientele.domain.views.search;

import io.clientele.domain.views.Added;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.search.Sink.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Faults cease: whatever lives must bring every view, once, to the totals, and come to rest. */
final class Drain {
  /** A promise that is broken. */
  record Broken(Promise promise, String how) {}

  /**
   * How a state ends; views that are missing then, a bit each, must be those that a fault may cost.
   */
  private record End(Optional<Broken> broken, int missing) {}

  private static final int ROUNDS_MAX = 60;

  private final World world;
  private final WriterMoves moves;
  private final Mailbox mailbox;
  private final Map<State, End> ends = new HashMap<>();

  Drain(World world) {
    this.world = world;
    this.moves = new WriterMoves(world);
    this.mailbox = new Mailbox(world);
  }

  int size() {
    return ends.size();
  }

  Optional<Broken> from(State state) {
    var numbers = State.zero();
    for (var part :
        new Part[] {Part.STAGED, Part.LEDGER, Part.WRITER_0, Part.WRITER_1, Part.WRITER_2}) {
      numbers = numbers.with(part, state.get(part));
    }
    numbers = numbers.with(Part.BUDGET, Limit.VIEWS.of(Limit.VIEWS.left(state.get(Part.BUDGET))));
    var end = ends.get(numbers);
    if (end == null) {
      end = end(numbers);
      ends.put(numbers, end);
    }
    var missing = end.missing & ~state.get(Part.LOST);
    return end.broken.isPresent() || missing == 0
        ? end.broken
        : Optional.of(new Broken(Promise.NO_LOSS, "views " + Integer.toBinaryString(missing)));
  }

  private End end(State state) {
    for (var round = 0; round < ROUNDS_MAX; round++) {
      var before = state;
      state = reset(state);
      for (var w = 0; w < world.scenario.writers(); w++) {
        if (world.writerIn(state, w).isAlive()) {
          if (moves.mustRetire(state, w) && world.unborn(state) < 0) {
            return new End(Optional.empty(), 0);
          }
          state = moves.mustRetire(state, w) ? moves.retired(state, w) : send(state, w);
          if (isStranded(state, w)) {
            return broken(Promise.NO_LOSS, "writer " + w + " keeps no more what is wanted");
          }
        }
      }
      state = flush(state.with(Part.STAGED, world.seal(state.get(Part.STAGED))));
      if (state.equals(before)) {
        return judged(state);
      }
      if (state.get(Part.FLUSHER_0) != 0) {
        return broken(Promise.COMES_TO_REST, "a flush has no end");
      }
    }
    return broken(Promise.COMES_TO_REST, "no rest after " + ROUNDS_MAX + " rounds");
  }

  private State reset(State state) {
    var vector = world.vectors.of(world.ledgerIn(state).applied());
    return state.with(Part.STAGED, world.reset(state.get(Part.STAGED), vector).staged());
  }

  /** Settles with both sides, then sends all that there is. */
  private State send(State state, int w) {
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

  private State sendKept(State state, int w) {
    var batch = world.writerIn(state, w).log(world.ids.get(w)).next();
    if (batch.isEmpty()) {
      return state;
    }
    var made = world.add(state.get(Part.STAGED), world.letters.of(batch.get()));
    var added = state.with(Part.STAGED, made.staged());
    var answered = mailbox.answered(added, w, batch.get(), made.answer());
    return made.answer().kind() == Added.Kind.GAP ? answered : sendKept(answered, w);
  }

  private boolean isStranded(State state, int w) {
    var writer = world.writerIn(state, w);
    return !world.scenario.retires()
        && writer.isAlive()
        && moves.isBeyond(state, w, world.seen(state, w));
  }

  /** Applies what is sealed; the mark FLUSHER_0 tells of a flush that cannot end. */
  private State flush(State state) {
    var refused = 0;
    for (var read = 0; read < ROUNDS_MAX; read++) {
      var vector = world.vectors.of(world.ledgerIn(state).applied());
      var made = world.read(state.get(Part.STAGED), vector);
      state = state.with(Part.STAGED, made.staged());
      var head = world.heads.of(made.answer());
      if (made.answer() instanceof Head.Nothing) {
        return state;
      }
      if (head == refused) {
        return discard(state, Flusher.asked(vector, head));
      }
      refused = 0;
      var verdict = verdict(state, made.answer());
      if (verdict == Verdict.CONFLICT) {
        return reset(state);
      }
      if (verdict == Verdict.OK) {
        var batch = ((Head.Batch) made.answer()).batch();
        var ledger = world.steps.apply(world.ledgerIn(state), batch);
        state = state.with(Part.LEDGER, world.ledgers.of(ledger));
      } else if (verdict != Verdict.DUPLICATE) {
        refused = head;
      }
    }
    return state.with(Part.FLUSHER_0, 1);
  }

  private Verdict verdict(State state, Head head) {
    return head instanceof Head.Batch batch
        ? world.steps.against(batch.batch(), world.ledgerIn(state).applied())
        : Verdict.GAP;
  }

  private State discard(State state, Flusher flusher) {
    var isExpected = world.scenario.retires() || world.scenario.limit(Limit.REMOVALS) > 0;
    var isBatch = world.heads.at(flusher.head()) instanceof Head.Batch;
    if (isBatch && !isExpected) {
      return state.with(Part.FLUSHER_0, 1);
    }
    var lost = isBatch ? world.held(state, world.ledgerIn(state)) : 0;
    return world
        .lose(state, lost)
        .with(Part.STAGED, world.resetNow(state.get(Part.STAGED), flusher).staged());
  }

  private End judged(State state) {
    var totals = world.ledgerIn(state).totals();
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
        ? new End(Optional.empty(), missing & ~state.get(Part.LOST))
        : broken(Promise.COMES_TO_REST, "something is still staged");
  }

  private State put(State state, int w, Writer writer) {
    return state.with(Part.writer(w), world.writers.of(writer));
  }

  private static End broken(Promise promise, String how) {
    return new End(Optional.of(new Broken(promise, how)), 0);
  }
}
