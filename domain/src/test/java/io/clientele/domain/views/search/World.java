package io.clientele.domain.views.search;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the numbers of a state stand for in one search, and the steps, each remembered. */
final class World {
  /** What a step made: the fast side after it, by number, and the answer. */
  record Made<T>(int staged, T answer) {}

  final Scenario scenario;
  final Steps steps;
  final Numbered<StagedViews> staged = new Numbered<>(StagedViews.EMPTY);
  final Numbered<Ledger> ledgers;
  final Numbered<Writer> writers = new Numbered<>(Writer.UNBORN);
  final Numbered<ViewBatch> letters;
  final Numbered<List<Integer>> mails = new Numbered<>(List.of());
  final Numbered<Flusher> flushers = new Numbered<>(Flusher.IDLE);
  final Numbered<Applied> vectors = new Numbered<>(Applied.NONE);
  final Numbered<Head> heads = new Numbered<>(new Head.Nothing());
  final List<WriterId> ids = new ArrayList<>();
  private final List<ViewCounts> views = new ArrayList<>();
  private final List<AccountId> accounts = new ArrayList<>();
  private final Map<WriterId, Integer> indexes = new HashMap<>();
  private final int budget;

  private final Memo<Made<Added>> adds = new Memo<>(this::madeAdd);
  private final Memo<Integer> seals = new Memo<>(this::madeSeal);
  private final Memo<Made<Head>> reads = new Memo<>(this::madeRead);
  private final Memo<Made<Reset>> resets = new Memo<>(this::madeReset);
  private final Memo<Made<Reset>> resetsNow = new Memo<>(this::madeResetNow);

  World(Scenario scenario, Steps steps) {
    this.scenario = scenario;
    this.steps = steps;
    this.budget = scenario.budget();
    for (var v = 0; v < scenario.limit(Limit.VIEWS); v++) {
      accounts.add(new AccountId(new UUID(0x7000, 1L << 63 | v)));
      views.add(ViewCounts.of(Map.of(accounts.get(v), 1L)));
    }
    var rows = new HashMap<WriterId, Mark>();
    for (var w = 0; w < scenario.writers(); w++) {
      ids.add(new WriterId(new UUID(0, w)));
      indexes.put(ids.get(w), w);
      rows.put(ids.get(w), Mark.START);
    }
    ledgers = new Numbered<>(new Ledger(ViewCounts.NONE, new Applied(rows), Mark.START, 0));
    letters = new Numbered<>(new ViewBatch(ids.get(0), 1, Mark.START.next(0), ViewCounts.NONE));
  }

  State start() {
    var state = State.zero().with(Part.BUDGET, budget);
    for (var w = 0; w < scenario.parallel(); w++) {
      state = state.with(Part.writer(w), writers.of(Writer.bornWith(ViewCounts.NONE)));
    }
    return state;
  }

  StagedViews stagedIn(State state) {
    return staged.at(state.get(Part.STAGED));
  }

  Ledger ledgerIn(State state) {
    return ledgers.at(state.get(Part.LEDGER));
  }

  Writer writerIn(State state, int index) {
    return writers.at(state.get(Part.writer(index)));
  }

  int indexOf(WriterId writer) {
    return indexes.getOrDefault(writer, -1);
  }

  int stage(StagedViews views) {
    return staged.of(scenario.keeps() ? views : withoutKept(views));
  }

  /** The fast side's mark of a writer. */
  Mark seen(State state, int writer) {
    return stagedIn(state).seen().getOrDefault(ids.get(writer), Mark.START);
  }

  ViewCounts view(int number) {
    return views.get(number);
  }

  AccountId account(int view) {
    return accounts.get(view);
  }

  /** How many views there were so far. */
  int viewed(State state) {
    return scenario.limit(Limit.VIEWS) - Limit.VIEWS.left(state.get(Part.BUDGET));
  }

  boolean wentBack(State state) {
    return Limit.STAGED_ROLLBACKS.left(state.get(Part.BUDGET))
        < scenario.limit(Limit.STAGED_ROLLBACKS);
  }

  State spend(State state, Limit limit) {
    return state.with(Part.BUDGET, limit.spend(state.get(Part.BUDGET)));
  }

  boolean may(State state, Limit limit) {
    return limit.left(state.get(Part.BUDGET)) > 0;
  }

  /** The accounts in it, a bit each. */
  int bits(ViewCounts counts) {
    var bits = 0;
    for (var v = 0; v < accounts.size() && !counts.isEmpty(); v++) {
      bits |= counts.of(accounts.get(v)) > 0 ? 1 << v : 0;
    }
    return bits;
  }

  /** Views that neither a living writer holds nor this ledger has: a fault may cost them now. */
  int held(State state, Ledger ledger) {
    var safe = bits(ledger.totals());
    for (var w = 0; w < scenario.writers(); w++) {
      var writer = writerIn(state, w);
      if (writer.isAlive()) {
        safe |= bits(writer.unsent());
        for (var counts : writer.kept()) {
          safe |= bits(counts);
        }
      }
    }
    return ((1 << viewed(state)) - 1) & ~safe;
  }

  State lose(State state, int bits) {
    return state.with(Part.LOST, state.get(Part.LOST) | bits);
  }

  int unborn(State state) {
    for (var w = 0; w < scenario.writers(); w++) {
      if (writerIn(state, w).life() == Writer.Life.UNBORN) {
        return w;
      }
    }
    return -1;
  }

  Made<Added> add(int at, int letter) {
    return adds.of(at, letter);
  }

  int seal(int at) {
    return seals.of(at, 0);
  }

  Made<Head> read(int at, int vector) {
    return reads.of(at, vector);
  }

  Made<Reset> reset(int at, int vector) {
    return resets.of(at, vector);
  }

  /** RESET! by a flusher that holds the vector and the refused head. */
  Made<Reset> resetNow(int at, Flusher flusher) {
    return resetsNow.of(at, flushers.of(flusher));
  }

  private Made<Added> madeAdd(int at, int letter) {
    return made(steps.add(staged.at(at), letters.at(letter)));
  }

  private int madeSeal(int at, int nothing) {
    return stage(steps.seal(staged.at(at)));
  }

  private Made<Head> madeRead(int at, int vector) {
    return made(steps.read(staged.at(at), vectors.at(vector)));
  }

  private Made<Reset> madeReset(int at, int vector) {
    return made(steps.reset(staged.at(at), vectors.at(vector)));
  }

  private Made<Reset> madeResetNow(int at, int flusher) {
    var holding = flushers.at(flusher);
    return made(
        steps.resetNow(staged.at(at), vectors.at(holding.vector()), heads.at(holding.head())));
  }

  private <T> Made<T> made(Step<T> step) {
    return new Made<>(stage(step.next()), step.answer());
  }

  private static StagedViews withoutKept(StagedViews views) {
    return new StagedViews(
        views.open(), views.seen(), views.start(), views.sealed(), List.of(), views.dropped());
  }
}
