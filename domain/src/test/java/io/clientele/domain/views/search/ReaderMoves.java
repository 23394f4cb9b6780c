package io.clientele.domain.views.search;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Pending.Standing;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.search.Sink.Promise;
import java.util.Arrays;

/** A live total of every account: first the ledger's part, then what is staged. */
final class ReaderMoves implements Moves {
  /**
   * A read between its two halves.
   *
   * @param truth what was true of each account when it began
   * @param budget what may still happen to the fast side: a read that it goes back under is not
   *     exact
   */
  private record Reader(ViewCounts totals, Applied applied, Truth truth, int budget) {}

  /** Views of each account. */
  private record Truth(long[] views) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Truth truth && Arrays.equals(views, truth.views);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(views);
    }

    boolean isWithin(Truth other) {
      for (var i = 0; i < views.length; i++) {
        if (views[i] > other.views[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Truth DEGRADED = new Truth(new long[0]);

  private final World world;
  private final Numbered<Reader> readers =
      new Numbered<>(new Reader(ViewCounts.NONE, Applied.NONE, DEGRADED, 0));
  private final Memo<Truth> lives = new Memo<>(this::live);
  private final Memo<Truth> truths = new Memo<>((staged, ledger) -> truth(staged, ledger, false));
  private final Memo<Truth> truthsOnceBack =
      new Memo<>((staged, ledger) -> truth(staged, ledger, true));

  ReaderMoves(World world) {
    this.world = world;
  }

  @Override
  public void from(State state, Sink sink) {
    if (world.scenario.reads() && state.get(Part.READER) == 0) {
      var ledger = world.ledgerIn(state);
      var budget = Limit.STAGED_ROLLBACKS.left(state.get(Part.BUDGET));
      var reader = new Reader(ledger.totals(), ledger.applied(), truth(state), budget);
      sink.to(state.with(Part.READER, readers.of(reader)), () -> "read asks the ledger");
    } else if (world.scenario.reads()) {
      judge(state, sink);
      sink.to(state.with(Part.READER, 0), () -> "read asks the fast side");
    }
  }

  /**
   * Once the fast side went back a view may be missing for a while: the answer lies between truths.
   */
  private void judge(State state, Sink sink) {
    var reader = readers.at(state.get(Part.READER));
    var said = lives.of(state.get(Part.STAGED), state.get(Part.READER));
    var now = truth(state);
    var isComparable =
        reader.applied().marks().keySet().equals(world.ledgerIn(state).applied().marks().keySet())
            && reader.budget() == Limit.STAGED_ROLLBACKS.left(state.get(Part.BUDGET));
    if (said != DEGRADED
        && isComparable
        && !said.equals(now)
        && !(world.wentBack(state) && reader.truth().isWithin(said) && said.isWithin(now))) {
      sink.broken(
          Promise.EXACT_READ,
          () ->
              "read said %s, but true is %s"
                  .formatted(Arrays.toString(said.views()), Arrays.toString(now.views())),
          () -> "read asks the fast side");
    }
  }

  private Truth live(int at, int number) {
    var staged = world.staged.at(at);
    var reader = readers.at(number);
    if (world.steps.standing(staged, reader.applied()) != Standing.JOINED) {
      return DEGRADED;
    }
    var views = new long[world.scenario.limit(Limit.VIEWS)];
    for (var v = 0; v < views.length; v++) {
      var id = world.account(v);
      views[v] = reader.totals().of(id) + world.steps.pending(staged, reader.applied(), id);
    }
    return new Truth(views);
  }

  private Truth truth(State state) {
    var memo = world.wentBack(state) ? truthsOnceBack : truths;
    return memo.of(state.get(Part.STAGED), state.get(Part.LEDGER));
  }

  /**
   * The totals, what is open, and what is sealed and neither applied nor to be thrown away. Once
   * the fast side went back a view may stand in several of them, and is one view all the same.
   */
  private Truth truth(int at, int number, boolean isOnceBack) {
    var staged = world.staged.at(at);
    var ledger = world.ledgers.at(number);
    var all = ledger.totals().plus(staged.open());
    for (var batch : staged.sealed()) {
      var isKnown = ledger.applied().marks().keySet().containsAll(batch.spans().keySet());
      all = batch.isCoveredBy(ledger.applied()) || !isKnown ? all : all.plus(batch.counts());
    }
    var views = new long[world.scenario.limit(Limit.VIEWS)];
    for (var v = 0; v < views.length; v++) {
      var count = all.of(world.account(v));
      views[v] = isOnceBack ? Math.min(count, 1) : count;
    }
    return new Truth(views);
  }
}
