package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.EventBudget;
import io.clientele.domain.views.modelcheck.model.InternTable;
import io.clientele.domain.views.modelcheck.model.MemoizedStep;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.Transitions;
import io.clientele.domain.views.modelcheck.model.WriterState;
import io.clientele.domain.views.staging.WriterLog;
import java.util.Set;
import java.util.function.Consumer;

/** A writer counts, sends, synchronises with both stores, retires or is killed. */
final class WriterTransitions implements Transitions {
  private final StateSpace world;
  private final MessageTransitions mailbox;
  private final InternTable<Offset> marks = new InternTable<>(Offset.START);
  private final MemoizedStep<Integer> syncs =
      new MemoizedStep<>((writer, mark) -> settled(writer, log -> sync(log, mark)));
  private final MemoizedStep<Integer> prunes =
      new MemoizedStep<>((writer, mark) -> settled(writer, log -> prune(log, mark)));
  private final MemoizedStep<Boolean> beyond =
      new MemoizedStep<>((writer, mark) -> log(writer).isBeyond(marks.at(mark)));

  WriterTransitions(StateSpace world) {
    this.world = world;
    this.mailbox = new MessageTransitions(world);
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    for (var w = 0; w < world.scenario.writers(); w++) {
      if (world.writerIn(state, w).isAlive()) {
        view(state, w, sink);
        send(state, w, sink);
        unsend(state, w, sink);
        settle(state, w, sink);
        retire(state, w, sink);
        crash(state, w, sink);
      }
    }
  }

  private void view(ModelState state, int w, TransitionSink sink) {
    if (world.may(state, EventBudget.VIEWS)) {
      var writer = world.writerIn(state, w);
      var more = writer.unsent().plus(world.view(world.viewed(state)));
      var next = with(state, w, writer.with(more, log(writer, w)));
      sink.to(world.spend(next, EventBudget.VIEWS), () -> "writer " + w + " counts a view");
    }
  }

  /** Any number of whole unanswered batches, because the limit of one script may cut anywhere. */
  private void send(ModelState state, int w, TransitionSink sink) {
    var writer = world.writerIn(state, w);
    var log = log(writer, w);
    for (var some = writer.answered() + 1; some <= log.top().seq(); some++) {
      var first = writer.kept().subList(0, (int) (some - writer.base().seq()));
      var cut =
          new WriterLog(log.writer(), writer.base(), first, writer.answered(), writer.earlier());
      post(state, cut.next().orElseThrow(), "sends", sink);
    }
    if (log.isIdle() && !writer.unsent().isEmpty()) {
      log.form(writer.unsent());
      var formed = with(state, w, writer.with(ViewCounts.NONE, log));
      post(formed, log.next().orElseThrow(), "forms and sends", sink);
      if (world.scenario.refuses()) {
        sink.to(formed, () -> "writer " + w + " forms a batch and is refused");
      }
    }
  }

  private ModelState sent(ModelState state, int w, ViewBatch batches) {
    var writer = world.writerIn(state, w);
    var log = log(writer, w);
    world.steps.sent(log, batches);
    return with(state, w, writer.with(writer.unsent(), log));
  }

  /** Takes back a refused batch; unbatched views go directly, but not during a read. */
  private void unsend(ModelState state, int w, TransitionSink sink) {
    if (!world.scenario.refuses()) {
      return;
    }
    var writer = world.writerIn(state, w);
    var log = log(writer, w);
    var back = world.steps.unsend(log);
    if (!back.isEmpty()) {
      var unsent = writer.with(writer.unsent().plus(back), log);
      sink.to(with(state, w, unsent), () -> "writer " + w + " takes its batch back");
    }
    if (!writer.unsent().isEmpty() && world.may(state, EventBudget.DIRECT_COMMITS)) {
      var ledger = world.ledgers.of(world.ledgerIn(state).plusDirect(writer.unsent()));
      var next = with(state, w, writer.with(ViewCounts.NONE, log(writer, w)));
      sink.to(
          world.spend(next.with(StateVariable.LEDGER, ledger), EventBudget.DIRECT_COMMITS),
          () -> "writer " + w + " commits straight what no batch holds");
    }
  }

  private void post(ModelState state, ViewBatch batch, String how, TransitionSink sink) {
    var letter = world.letters.of(batch);
    if (world.scenario.isPrompt()) {
      sink.to(state, () -> MessageTransitions.spell(batch) + " is lost on the way");
      mailbox.arrive(state, letter, sink);
    } else if (mailbox.count(state, letter) < world.scenario.sameLetters()) {
      var w = world.indexOf(batch.writer());
      var left = world.scenario.refuses() ? world.bits(batch.counts()) : 0;
      sink.to(
          mailbox
              .put(sent(state, w, batch), letter)
              .with(StateVariable.LEFT, state.get(StateVariable.LEFT) | left),
          () -> "writer %d %s %s".formatted(w, how, MessageTransitions.spell(batch)));
    }
  }

  private void settle(ModelState state, int w, TransitionSink sink) {
    var number = state.get(StateVariable.writer(w));
    var synced = syncs.of(number, marks.of(world.seen(state, w)));
    settle(state, w, synced, "goes to what staging saw", sink);
    var row = world.ledgerIn(state).applied().of(world.ids.get(w));
    var pruned = prunes.of(number, marks.of(row == null ? Offset.START : row));
    settle(state, w, pruned, "prunes", sink);
    var writer = world.writerIn(state, w);
    var answered = (int) (writer.answered() - writer.base().seq());
    var tidied = world.steps.tidy(writer.kept(), answered);
    if (!tidied.equals(writer.kept())) {
      var log =
          new WriterLog(
              world.ids.get(w), writer.base(), tidied, writer.answered(), writer.earlier());
      sink.to(with(state, w, writer.with(writer.unsent(), log)), () -> "writer " + w + " tidies");
    }
  }

  private void settle(ModelState state, int w, int settled, String what, TransitionSink sink) {
    if (settled != state.get(StateVariable.writer(w))) {
      sink.to(state.with(StateVariable.writer(w), settled), () -> "writer " + w + " " + what);
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

  private void retire(ModelState state, int w, TransitionSink sink) {
    if (mustRetire(state, w) && mayRetire(state, w)) {
      sink.to(retired(state, w), () -> "writer " + w + " retires");
    }
  }

  /** Whether it needs no new name, or one is left. */
  boolean mayRetire(ModelState state, int w) {
    return joins(state, w) || world.unborn(state) >= 0;
  }

  /** Whether its removed row can be restored and has reached its kept batches. */
  private boolean joins(ModelState state, int w) {
    var id = world.ids.get(w);
    var row = world.ledgerIn(state).withRowsOf(Set.of(id)).applied().of(id);
    return row != null && !isBeyond(state, w, row);
  }

  /** Whether it cannot join: its row is missing, or both stores are behind its kept batches. */
  boolean mustRetire(ModelState state, int w) {
    var row = world.ledgerIn(state).applied().of(world.ids.get(w));
    return world.scenario.retires()
        && (row == null || isBeyond(state, w, row) && isBeyond(state, w, world.seen(state, w)));
  }

  /** Whether the writer no longer keeps what a store at this offset needs. */
  boolean isBeyond(ModelState state, int w, Offset mark) {
    return beyond.of(state.get(StateVariable.writer(w)), marks.of(mark));
  }

  /** Gets its row back, or continues as the next writer with all that the ledger does not have. */
  ModelState retired(ModelState state, int w) {
    var id = world.ids.get(w);
    var ledger = world.ledgerIn(state);
    if (joins(state, w)) {
      return state.with(StateVariable.LEDGER, world.ledgers.of(ledger.withRowsOf(Set.of(id))));
    }
    var writer = world.writerIn(state, w);
    var log = log(writer, w);
    var next = world.unborn(state);
    var done = world.steps.retire(ledger, log).register(world.ids.get(next));
    var renamed = world.steps.rename(log, world.ids.get(next), done);
    var born = WriterState.bornWith(writer.unsent()).with(writer.unsent(), renamed);
    return with(with(state, w, WriterState.DEAD), next, born)
        .with(StateVariable.LEDGER, world.ledgers.of(done));
  }

  private void crash(ModelState state, int w, TransitionSink sink) {
    if (world.may(state, EventBudget.WRITER_CRASHES)) {
      var dead = world.lose(with(state, w, WriterState.DEAD), unsaved(state, w));
      var next = world.unborn(state);
      var after = next < 0 ? dead : born(dead, next);
      sink.to(world.spend(after, EventBudget.WRITER_CRASHES), () -> "writer " + w + " IS KILLED");
    }
  }

  private ModelState born(ModelState state, int next) {
    var ledger = world.ledgerIn(state).register(world.ids.get(next));
    return with(state, next, WriterState.bornWith(ViewCounts.NONE))
        .with(StateVariable.LEDGER, world.ledgers.of(ledger));
  }

  /**
   * The views that a fault may lose with the process: unsent ones, and those that staging does not
   * have.
   */
  private int unsaved(ModelState state, int w) {
    var writer = world.writerIn(state, w);
    var lost = world.bits(writer.unsent());
    var seen = world.seen(state, w).seq();
    var seq = writer.base().seq();
    for (var counts : writer.kept()) {
      if (++seq > seen || world.wentBack(state)) {
        lost |= world.bits(counts) & ~world.bits(world.ledgerIn(state).persisted());
      }
    }
    return lost;
  }

  private WriterLog log(WriterState writer, int w) {
    return writer.log(world.ids.get(w));
  }

  /** Under any name: no rule uses it. */
  private WriterLog log(int number) {
    return log(world.writers.at(number), 0);
  }

  private ModelState with(ModelState state, int w, WriterState writer) {
    return state.with(StateVariable.writer(w), world.writers.of(writer));
  }
}
