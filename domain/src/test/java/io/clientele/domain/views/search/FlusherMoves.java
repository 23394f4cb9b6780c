package io.clientele.domain.views.search;

import io.clientele.domain.views.Head;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.search.Flusher.Stage;
import io.clientele.domain.views.search.Sink.Promise;
import java.time.Instant;

/**
 * Flushes of any instances on one shard, each killed between any two steps, and RESETs beside them.
 */
final class FlusherMoves implements Moves {
  private final World world;

  FlusherMoves(World world) {
    this.world = world;
  }

  @Override
  public void from(State state, Sink sink) {
    step(state, Part.FLUSHER_0, sink);
    if (world.scenario.flushers() > 1 && state.get(Part.FLUSHER_0) != state.get(Part.FLUSHER_1)) {
      step(state, Part.FLUSHER_1, sink);
    }
    reset(state, sink);
  }

  private void step(State state, Part which, Sink sink) {
    var flusher = world.flushers.at(state.get(which));
    if (flusher.stage() != Stage.IDLE) {
      sink.to(with(state, which, Flusher.IDLE), () -> "flush IS KILLED after " + flusher.stage());
    }
    if (flusher.stage() == Stage.IDLE) {
      seal(state, which, sink);
    } else if (flusher.stage() == Stage.SEALED) {
      var vector = world.vectors.of(world.ledgerIn(state).applied());
      var asked = Flusher.asked(vector, flusher.head());
      sink.to(with(state, which, asked), () -> "flush reads the ledger's marks");
    } else if (flusher.stage() == Stage.ASKED_LEDGER) {
      read(state, which, flusher, sink);
    } else if (flusher.stage() == Stage.READ) {
      apply(state, which, (Head.Batch) world.heads.at(flusher.head()), sink);
    } else if (flusher.stage() == Stage.REFUSED_TWICE) {
      resetNow(state, which, flusher, sink);
    } else {
      var next = reset(with(state, which, Flusher.IDLE), flusher.vector());
      sink.to(next, () -> "flush RESETs by " + spell(flusher.vector()));
    }
  }

  private void seal(State state, Part which, Sink sink) {
    if (hasWork(state)) {
      var sealed = state.with(Part.STAGED, world.seal(state.get(Part.STAGED)));
      sink.to(with(sealed, which, Flusher.sealed(0)), () -> "flush SEALs");
    }
  }

  /**
   * A flush that would find nothing now, and nothing after any fault, is left out: it does nothing.
   */
  private boolean hasWork(State state) {
    var staged = world.stagedIn(state);
    var vector = world.vectors.of(world.ledgerIn(state).applied());
    return !staged.open().isEmpty()
        || !staged.sealed().isEmpty()
        || !staged.kept().isEmpty() && world.scenario.limit(Limit.LEDGER_ROLLBACKS) > 0
        || !(world.read(state.get(Part.STAGED), vector).answer() instanceof Head.Nothing);
  }

  private void read(State state, Part which, Flusher flusher, Sink sink) {
    var made = world.read(state.get(Part.STAGED), flusher.vector());
    var head = world.heads.of(made.answer());
    var dropped = state.with(Part.STAGED, made.staged());
    if (made.answer() instanceof Head.Nothing) {
      sink.to(with(dropped, which, Flusher.IDLE), () -> "flush READs nothing");
    } else if (head == flusher.head()) {
      var refused = Flusher.refusedTwice(flusher.vector(), head);
      sink.to(with(dropped, which, refused), () -> "flush READs the same again");
    } else if (made.answer() instanceof Head.Batch batch) {
      sink.to(
          with(dropped, which, Flusher.read(head)), () -> "flush READs " + spell(batch.batch()));
    } else {
      sink.to(with(dropped, which, Flusher.sealed(head)), () -> "flush READs: ahead");
    }
  }

  /** Costs what nobody living holds, but only if the same head is refused even now. */
  private void resetNow(State state, Part which, Flusher flusher, Sink sink) {
    var made = world.resetNow(state.get(Part.STAGED), flusher);
    var isDiscarded = made.answer() == Reset.DISCARDED;
    if (isDiscarded && world.scenario.isCalm()) {
      sink.broken(Promise.NO_RESET_IN_CALM, () -> "RESET! without a fault", () -> "RESET!");
      return;
    }
    var isJust = isDiscarded && isRefused(state, flusher);
    var lost = isJust ? world.held(state, world.ledgerIn(state)) : 0;
    var next = world.lose(state.with(Part.STAGED, made.staged()), lost);
    sink.to(
        readAgain(with(next, which, Flusher.IDLE), made.answer()),
        () -> "flush RESETs at once -> " + made.answer());
  }

  private boolean isRefused(State state, Flusher flusher) {
    var head = world.read(state.get(Part.STAGED), flusher.vector()).answer();
    var verdict =
        head instanceof Head.Batch batch
            ? world.steps.against(batch.batch(), world.vectors.at(flusher.vector()))
            : Verdict.GAP;
    return world.heads.of(head) == flusher.head()
        && (verdict == Verdict.GAP || verdict == Verdict.UNKNOWN);
  }

  private void apply(State state, Part which, Head.Batch head, Sink sink) {
    var batch = head.batch();
    var ledger = world.ledgerIn(state);
    var verdict = world.steps.against(batch, ledger.applied());
    if (verdict == Verdict.OK) {
      var done = world.ledgers.of(world.steps.apply(ledger, batch));
      var applied = state.with(Part.LEDGER, done);
      sink.to(with(applied, which, Flusher.sealed(0)), () -> "COMMIT " + spell(batch));
      sink.to(applied, () -> "COMMIT " + spell(batch) + ", answer lost");
    } else if (verdict == Verdict.DUPLICATE) {
      sink.to(with(state, which, Flusher.sealed(0)), () -> "ledger: DUPLICATE");
    } else if (verdict == Verdict.CONFLICT) {
      var vector = world.vectors.of(ledger.applied());
      sink.to(with(state, which, Flusher.conflict(vector)), () -> "ledger: CONFLICT");
    } else {
      var refused = Flusher.sealed(world.heads.of(head));
      sink.to(with(state, which, refused), () -> "ledger: " + verdict);
    }
  }

  /** A RESET of any process, once it can do anything: the fast side went back. */
  private void reset(State state, Sink sink) {
    var holding = state.get(Part.RESETTER);
    if (holding != 0) {
      var rest = state.with(Part.RESETTER, 0);
      sink.to(reset(rest, holding), () -> "RESET by " + spell(holding));
      sink.to(rest, () -> "RESET IS KILLED before it began");
    } else if (world.scenario.resetsAlways() || world.wentBack(state)) {
      var vector = world.vectors.of(world.ledgerIn(state).applied());
      sink.to(state.with(Part.RESETTER, vector), () -> "RESET reads the ledger's marks");
    }
  }

  private State reset(State state, int vector) {
    var made = world.reset(state.get(Part.STAGED), vector);
    var isJust = made.answer() == Reset.DISCARDED && holdsAStranger(state);
    var lost = isJust ? world.held(state, world.ledgerIn(state)) : 0;
    var next = world.lose(state.with(Part.STAGED, made.staged()), lost);
    return readAgain(next, made.answer());
  }

  /** A message came after its writer's row had gone: RESET! would throw the same away. */
  private boolean holdsAStranger(State state) {
    var applied = world.ledgerIn(state).applied();
    return world.stagedIn(state).segments(Instant.EPOCH).stream()
        .anyMatch(segment -> segment.against(applied) == Verdict.UNKNOWN);
  }

  /** A RESET that is younger than a read: the read begins again. */
  private static State readAgain(State state, Reset reset) {
    return reset == Reset.DISCARDED ? state.with(Part.READER, 0) : state;
  }

  private State with(State state, Part which, Flusher flusher) {
    var mine = world.flushers.of(flusher);
    var other = state.get(which == Part.FLUSHER_0 ? Part.FLUSHER_1 : Part.FLUSHER_0);
    if (world.scenario.flushers() == 1) {
      return state.with(Part.FLUSHER_0, mine);
    }
    return state
        .with(Part.FLUSHER_0, Math.min(mine, other))
        .with(Part.FLUSHER_1, Math.max(mine, other));
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
      var span = batch.spans().get(world.ids.get(w));
      if (span != null) {
        words.append("(w%d:%d-%d]".formatted(w, span.from().seq(), span.to().seq()));
      }
    }
    return words.toString();
  }
}
