package io.clientele.domain.views.search;

import io.clientele.domain.views.Mark;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterLog;
import java.util.function.Consumer;

/** A writer counts, sends, settles with both sides, retires or is killed. */
final class WriterMoves implements Moves {
  private final World world;
  private final Mailbox mailbox;
  private final Numbered<Mark> marks = new Numbered<>(Mark.START);
  private final Memo<Integer> syncs =
      new Memo<>((writer, mark) -> settled(writer, log -> sync(log, mark)));
  private final Memo<Integer> prunes =
      new Memo<>((writer, mark) -> settled(writer, log -> prune(log, mark)));
  private final Memo<Boolean> beyond =
      new Memo<>((writer, mark) -> log(writer).isBeyond(marks.at(mark)));

  WriterMoves(World world) {
    this.world = world;
    this.mailbox = new Mailbox(world);
  }

  @Override
  public void from(State state, Sink sink) {
    for (var w = 0; w < world.scenario.writers(); w++) {
      if (world.writerIn(state, w).isAlive()) {
        view(state, w, sink);
        send(state, w, sink);
        settle(state, w, sink);
        retire(state, w, sink);
        crash(state, w, sink);
      }
    }
  }

  private void view(State state, int w, Sink sink) {
    if (world.may(state, Limit.VIEWS)) {
      var writer = world.writerIn(state, w);
      var more = writer.unsent().plus(world.view(world.viewed(state)));
      var next = with(state, w, writer.with(more, log(writer, w)));
      sink.to(world.spend(next, Limit.VIEWS), () -> "writer " + w + " counts a view");
    }
  }

  /** Any number of whole unanswered batches, for the limit of one script may cut anywhere. */
  private void send(State state, int w, Sink sink) {
    var writer = world.writerIn(state, w);
    var log = log(writer, w);
    for (var some = writer.answered() + 1; some <= log.top().seq(); some++) {
      var first = writer.kept().subList(0, (int) (some - writer.base().seq()));
      var cut = new WriterLog(log.writer(), writer.base(), first, writer.answered());
      post(state, cut.next().orElseThrow(), "sends", sink);
    }
    if (log.isIdle() && !writer.unsent().isEmpty()) {
      log.form(writer.unsent());
      var formed = with(state, w, writer.with(ViewCounts.NONE, log));
      post(formed, log.next().orElseThrow(), "forms and sends", sink);
    }
  }

  private void post(State state, ViewBatch batch, String how, Sink sink) {
    var letter = world.letters.of(batch);
    if (mailbox.count(state, letter) < world.scenario.sameLetters()) {
      var w = world.indexOf(batch.writer());
      sink.to(
          mailbox.put(state, letter),
          () -> "writer %d %s %s".formatted(w, how, Mailbox.spell(batch)));
    }
  }

  private void settle(State state, int w, Sink sink) {
    var number = state.get(Part.writer(w));
    var synced = syncs.of(number, marks.of(world.seen(state, w)));
    settle(state, w, synced, "goes to what the fast side saw", sink);
    var row = world.ledgerIn(state).applied().of(world.ids.get(w));
    var pruned = prunes.of(number, marks.of(row == null ? Mark.START : row));
    settle(state, w, pruned, "prunes", sink);
    var writer = world.writerIn(state, w);
    var answered = (int) (writer.answered() - writer.base().seq());
    var tidied = world.steps.tidy(writer.kept(), answered);
    if (!tidied.equals(writer.kept())) {
      var log = new WriterLog(world.ids.get(w), writer.base(), tidied, writer.answered());
      sink.to(with(state, w, writer.with(writer.unsent(), log)), () -> "writer " + w + " tidies");
    }
  }

  private void settle(State state, int w, int settled, String what, Sink sink) {
    if (settled != state.get(Part.writer(w))) {
      sink.to(state.with(Part.writer(w), settled), () -> "writer " + w + " " + what);
    }
  }

  private int settled(int number, Consumer<WriterLog> step) {
    var log = log(number);
    step.accept(log);
    var writer = world.writers.at(number);
    return world.writers.of(writer.with(writer.unsent(), log));
  }

  private void sync(WriterLog log, int mark) {
    world.steps.sync(log, marks.at(mark));
  }

  private void prune(WriterLog log, int mark) {
    world.steps.prune(log, marks.at(mark));
  }

  private void retire(State state, int w, Sink sink) {
    if (mustRetire(state, w) && world.unborn(state) >= 0) {
      sink.to(retired(state, w), () -> "writer " + w + " retires");
    }
  }

  /** Whether it can be joined no more: its row is gone, or both sides are behind what it keeps. */
  boolean mustRetire(State state, int w) {
    var row = world.ledgerIn(state).applied().of(world.ids.get(w));
    return world.scenario.retires()
        && (row == null || isBeyond(state, w, row) && isBeyond(state, w, world.seen(state, w)));
  }

  /** Whether the writer keeps no more what is wanted by a side that stands at this mark. */
  boolean isBeyond(State state, int w, Mark mark) {
    return beyond.of(state.get(Part.writer(w)), marks.of(mark));
  }

  /** Gives up its row and goes on as the next writer, with all that it keeps. */
  State retired(State state, int w) {
    var writer = world.writerIn(state, w);
    var rest = writer.unsent().plus(log(writer, w).rest());
    var next = world.unborn(state);
    var ledger =
        world.steps.retire(world.ledgerIn(state), world.ids.get(w)).register(world.ids.get(next));
    return with(with(state, w, Writer.DEAD), next, Writer.bornWith(rest))
        .with(Part.LEDGER, world.ledgers.of(ledger));
  }

  private void crash(State state, int w, Sink sink) {
    if (world.may(state, Limit.WRITER_CRASHES)) {
      var dead = world.lose(with(state, w, Writer.DEAD), unsaved(state, w));
      var next = world.unborn(state);
      var after = next < 0 ? dead : with(dead, next, Writer.bornWith(ViewCounts.NONE));
      sink.to(world.spend(after, Limit.WRITER_CRASHES), () -> "writer " + w + " IS KILLED");
    }
  }

  /** What may go with the process: what it never sent, and what the fast side has not. */
  private int unsaved(State state, int w) {
    var writer = world.writerIn(state, w);
    var lost = world.bits(writer.unsent());
    var seen = world.seen(state, w).seq();
    var seq = writer.base().seq();
    for (var counts : writer.kept()) {
      if (++seq > seen || world.wentBack(state)) {
        lost |= world.bits(counts) & ~world.bits(world.ledgerIn(state).totals());
      }
    }
    return lost;
  }

  private WriterLog log(Writer writer, int w) {
    return writer.log(world.ids.get(w));
  }

  /** Under any name: no rule looks at it. */
  private WriterLog log(int number) {
    return log(world.writers.at(number), 0);
  }

  private State with(State state, int w, Writer writer) {
    return state.with(Part.writer(w), world.writers.of(writer));
  }
}
