package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.InternTable;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.Transitions;
import io.clientele.domain.views.modelcheck.model.WriterState;

/**
 * Removes a silent writer: checks that none of its views is staged, removes its row if the offset
 * is unchanged, records that in staging, then lets staging forget the writer. Any other step may
 * occur in between.
 */
final class ReaperTransitions implements Transitions {
  /** A removal under way; the row is what it was when looked at. */
  private record Cleaner(int writer, Offset row, Progress progress) {}

  private enum Progress {
    LOOKED,
    REMOVED,
    NOTED
  }

  private final StateSpace world;
  private final MessageTransitions mailbox;
  private final InternTable<Cleaner> cleaners =
      new InternTable<>(new Cleaner(-1, Offset.START, Progress.LOOKED));

  ReaperTransitions(StateSpace world) {
    this.world = world;
    this.mailbox = new MessageTransitions(world);
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    if (state.get(StateVariable.CLEANER) == 0) {
      for (var w = 0; w < world.scenario.writers() && world.may(state, EventBudget.REMOVALS); w++) {
        look(state, w, sink);
      }
    } else {
      goOn(state, cleaners.at(state.get(StateVariable.CLEANER)), sink);
    }
  }

  private void look(ModelState state, int w, TransitionSink sink) {
    var id = world.ids.get(w);
    var row = world.ledgerIn(state).applied().of(id);
    var life = world.writerIn(state, w).life();
    var isSilent =
        life == WriterState.Life.DEAD
            || life == WriterState.Life.ALIVE && world.scenario.removesTheLiving();
    if (isSilent && row != null) {
      var snapshot = world.stagedIn(state).snapshot(world.ledgerIn(state).applied());
      var seen = snapshot.seen().getOrDefault(id, Offset.START);
      if (!row.isBefore(seen) && !snapshot.named().contains(id)) {
        var cleaner = cleaners.of(new Cleaner(w, row, Progress.LOOKED));
        sink.to(
            state.with(StateVariable.CLEANER, cleaner),
            () -> "nothing of silent w" + w + " is staged");
      }
    }
  }

  private void goOn(ModelState state, Cleaner cleaner, TransitionSink sink) {
    var w = cleaner.writer();
    var id = world.ids.get(w);
    var idle = state.with(StateVariable.CLEANER, 0);
    sink.to(idle, () -> "removal IS KILLED");
    if (cleaner.progress() == Progress.NOTED) {
      var forgotten = world.stage(world.steps.forget(world.stagedIn(state), id, cleaner.row()));
      sink.to(idle.with(StateVariable.STAGED, forgotten), () -> "staging forgets w" + w);
    } else if (cleaner.progress() == Progress.REMOVED) {
      var noted = world.stage(world.steps.removed(world.stagedIn(state), id, cleaner.row()));
      var next = cleaners.of(new Cleaner(w, cleaner.row(), Progress.NOTED));
      sink.to(
          state.with(StateVariable.STAGED, noted).with(StateVariable.CLEANER, next),
          () -> "staging records the removal of w" + w);
    } else if (cleaner.row().equals(world.ledgerIn(state).applied().of(id))) {
      var ledger = world.ledgers.of(world.steps.remove(world.ledgerIn(state), id));
      var removed = world.lose(state.with(StateVariable.LEDGER, ledger), underWay(state, w));
      // Only a live total asks for what was noted.
      var then = world.scenario.reads() ? Progress.REMOVED : Progress.NOTED;
      var next = new Cleaner(w, cleaner.row(), then);
      sink.to(
          world.spend(removed, EventBudget.REMOVALS).with(StateVariable.CLEANER, cleaners.of(next)),
          () -> "row of w" + w + " is removed");
    }
  }

  /** Messages of a dead writer are refused after it was forgotten. */
  private int underWay(ModelState state, int w) {
    if (world.writerIn(state, w).isAlive()) {
      return 0;
    }
    return mailbox.letters(state).stream()
        .map(world.letters::at)
        .filter(batch -> world.indexOf(batch.writer()) == w)
        .mapToInt(batch -> world.bits(batch.counts()))
        .reduce(0, (one, other) -> one | other);
  }
}
