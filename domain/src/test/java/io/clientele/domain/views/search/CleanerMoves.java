package io.clientele.domain.views.search;

import io.clientele.domain.views.Mark;

/**
 * Removes a dead writer: looks whether anything of it is staged, takes its row away if it stands
 * where it stood, then lets the fast side forget it. Anything may happen in between.
 */
final class CleanerMoves implements Moves {
  /** A removal under way; the row is what it was when looked at. */
  private record Cleaner(int writer, Mark row, boolean isRemoved) {}

  private final World world;
  private final Mailbox mailbox;
  private final Numbered<Cleaner> cleaners = new Numbered<>(new Cleaner(-1, Mark.START, false));

  CleanerMoves(World world) {
    this.world = world;
    this.mailbox = new Mailbox(world);
  }

  @Override
  public void from(State state, Sink sink) {
    if (state.get(Part.CLEANER) == 0) {
      for (var w = 0; w < world.scenario.writers() && world.may(state, Limit.REMOVALS); w++) {
        look(state, w, sink);
      }
    } else {
      goOn(state, cleaners.at(state.get(Part.CLEANER)), sink);
    }
  }

  private void look(State state, int w, Sink sink) {
    var id = world.ids.get(w);
    var row = world.ledgerIn(state).applied().of(id);
    if (world.writerIn(state, w).life() == Writer.Life.DEAD && row != null) {
      var sums = world.stagedIn(state).sums(world.ledgerIn(state).applied());
      var seen = sums.seen().getOrDefault(id, Mark.START);
      if (!row.isBefore(seen) && !sums.named().contains(id)) {
        var cleaner = cleaners.of(new Cleaner(w, row, false));
        sink.to(state.with(Part.CLEANER, cleaner), () -> "nothing of dead w" + w + " is staged");
      }
    }
  }

  private void goOn(State state, Cleaner cleaner, Sink sink) {
    var w = cleaner.writer();
    var id = world.ids.get(w);
    var idle = state.with(Part.CLEANER, 0);
    sink.to(idle, () -> "removal IS KILLED");
    if (cleaner.isRemoved()) {
      var forgotten = world.stage(world.steps.forget(world.stagedIn(state), id));
      sink.to(idle.with(Part.STAGED, forgotten), () -> "fast side forgets w" + w);
    } else if (cleaner.row().equals(world.ledgerIn(state).applied().of(id))) {
      var ledger = world.ledgers.of(world.ledgerIn(state).without(id));
      var removed = world.lose(state.with(Part.LEDGER, ledger), underWay(state, w));
      var next = new Cleaner(w, cleaner.row(), true);
      sink.to(
          world.spend(removed, Limit.REMOVALS).with(Part.CLEANER, cleaners.of(next)),
          () -> "row of w" + w + " is removed");
    }
  }

  /** What comes after its writer's row went is thrown away. */
  private int underWay(State state, int w) {
    return mailbox.letters(state).stream()
        .map(world.letters::at)
        .filter(batch -> world.indexOf(batch.writer()) == w)
        .mapToInt(batch -> world.bits(batch.counts()))
        .reduce(0, (one, other) -> one | other);
  }
}
