package io.clientele.domain.views.search;

import io.clientele.domain.views.Added;
import io.clientele.domain.views.ViewBatch;
import java.util.ArrayList;
import java.util.List;

/** Messages on their way to the fast side: any may be lost, come late, or lose its answer. */
final class Mailbox implements Moves {
  private final World world;

  Mailbox(World world) {
    this.world = world;
  }

  @Override
  public void from(State state, Sink sink) {
    var letters = letters(state);
    for (var i = 0; i < letters.size(); i++) {
      if (i == 0 || !letters.get(i).equals(letters.get(i - 1))) {
        arrive(state, letters.get(i), sink);
      }
    }
  }

  private void arrive(State state, int letter, Sink sink) {
    var batch = world.letters.at(letter);
    var gone = take(state, letter);
    sink.to(gone, () -> spell(batch) + " is lost on the way");
    var made = world.add(state.get(Part.STAGED), letter);
    var added = gone.with(Part.STAGED, made.staged());
    sink.to(added, () -> "ADD " + spell(batch) + " -> " + made.answer().kind() + ", answer lost");
    var w = world.indexOf(batch.writer());
    if (world.writerIn(state, w).isAlive()) {
      sink.to(
          answered(added, w, batch, made.answer()),
          () -> "ADD " + spell(batch) + " -> " + made.answer().kind());
    }
  }

  /** The writer has the answer. */
  State answered(State state, int w, ViewBatch batch, Added added) {
    var writer = world.writerIn(state, w);
    var log = writer.log(batch.writer());
    world.steps.take(log, batch, added);
    return state.with(Part.writer(w), world.writers.of(writer.with(writer.unsent(), log)));
  }

  List<Integer> letters(State state) {
    return world.mails.at(state.get(Part.MAIL));
  }

  long count(State state, int letter) {
    return letters(state).stream().filter(other -> other == letter).count();
  }

  State put(State state, int letter) {
    var more = new ArrayList<>(letters(state));
    more.add(letter);
    more.sort(null);
    return state.with(Part.MAIL, world.mails.of(List.copyOf(more)));
  }

  private State take(State state, int letter) {
    var rest = new ArrayList<>(letters(state));
    rest.remove((Integer) letter);
    return state.with(Part.MAIL, world.mails.of(List.copyOf(rest)));
  }

  static String spell(ViewBatch batch) {
    return "w%d:%d-%d"
        .formatted(
            batch.writer().value().getLeastSignificantBits(), batch.from(), batch.to().seq());
  }
}
