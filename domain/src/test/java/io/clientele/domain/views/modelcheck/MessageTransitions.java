package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.Transitions;
import io.clientele.domain.views.staging.AddResult;
import java.util.ArrayList;
import java.util.List;

/** Messages in transit to staging: any may be lost, arrive late, or lose its answer. */
final class MessageTransitions implements Transitions {
  private final StateSpace world;

  MessageTransitions(StateSpace world) {
    this.world = world;
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    var letters = letters(state);
    for (var i = 0; i < letters.size(); i++) {
      if (i == 0 || !letters.get(i).equals(letters.get(i - 1))) {
        deliver(state, letters.get(i), sink);
      }
    }
  }

  private void deliver(ModelState state, int letter, TransitionSink sink) {
    var gone = take(state, letter);
    sink.to(gone, () -> spell(world.letters.at(letter)) + " is lost on the way");
    arrive(gone, letter, sink);
  }

  /** A message arrives; its answer may be lost. */
  void arrive(ModelState gone, int letter, TransitionSink sink) {
    var batch = world.letters.at(letter);
    var made = world.add(gone.get(StateVariable.STAGED), letter);
    var added = gone.with(StateVariable.STAGED, made.staged());
    sink.to(added, () -> "ADD " + spell(batch) + " -> " + made.answer().kind() + ", answer lost");
    var w = world.indexOf(batch.writer());
    if (world.writerIn(gone, w).isAlive()) {
      sink.to(
          answered(added, w, batch, made.answer()),
          () -> "ADD " + spell(batch) + " -> " + made.answer().kind());
    }
  }

  /** The writer receives the answer. */
  ModelState answered(ModelState state, int w, ViewBatch batch, AddResult added) {
    var writer = world.writerIn(state, w);
    var log = writer.log(batch.writer());
    world.steps.take(log, batch, added);
    return state.with(StateVariable.writer(w), world.writers.of(writer.with(writer.unsent(), log)));
  }

  List<Integer> letters(ModelState state) {
    return world.mails.at(state.get(StateVariable.MAIL));
  }

  long count(ModelState state, int letter) {
    return letters(state).stream().filter(other -> other == letter).count();
  }

  ModelState put(ModelState state, int letter) {
    var more = new ArrayList<>(letters(state));
    more.add(letter);
    more.sort(null);
    return state.with(StateVariable.MAIL, world.mails.of(List.copyOf(more)));
  }

  private ModelState take(ModelState state, int letter) {
    var rest = new ArrayList<>(letters(state));
    rest.remove((Integer) letter);
    return state.with(StateVariable.MAIL, world.mails.of(List.copyOf(rest)));
  }

  static String spell(ViewBatch batch) {
    return "w%d:%d-%d"
        .formatted(
            batch.writer().value().getLeastSignificantBits(), batch.from(), batch.to().seq());
  }
}
