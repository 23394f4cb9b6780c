package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values that the numbers of a state represent in one search, and the cached steps. */
public final class StateSpace {
  /** The result of a step: the new staging, by number, and the answer. */
  public record Made<T>(int staged, T answer) {}

  public final ModelScenario scenario;
  public final ProtocolSteps steps;
  public final InternTable<StagingState> staged = new InternTable<>(StagingState.EMPTY);
  public final InternTable<LedgerState> ledgers;
  public final InternTable<WriterState> writers = new InternTable<>(WriterState.UNBORN);
  public final InternTable<ViewBatch> letters;
  public final InternTable<List<Integer>> mails = new InternTable<>(List.of());
  public final InternTable<FlusherState> flushers = new InternTable<>(FlusherState.IDLE);
  public final InternTable<AppliedOffsets> vectors = new InternTable<>(AppliedOffsets.NONE);
  public final InternTable<NextBatch> heads = new InternTable<>(new NextBatch.Nothing());
  public final List<WriterId> ids = new ArrayList<>();
  private final List<ViewCounts> views = new ArrayList<>();
  private final List<UUID> accounts = new ArrayList<>();
  private final Map<WriterId, Integer> indexes = new HashMap<>();
  private final int budget;

  private final MemoizedStep<Made<AddResult>> adds = new MemoizedStep<>(this::madeAdd);
  private final MemoizedStep<Integer> seals = new MemoizedStep<>(this::madeSeal);
  private final MemoizedStep<Made<NextBatch>> reads = new MemoizedStep<>(this::madeRead);
  private final MemoizedStep<Made<ResetResult>> resets = new MemoizedStep<>(this::madeReset);
  private final MemoizedStep<Made<ResetResult>> resetsNow = new MemoizedStep<>(this::madeResetNow);

  public StateSpace(ModelScenario scenario, ProtocolSteps steps) {
    this.scenario = scenario;
    this.steps = steps;
    this.budget = scenario.budget();
    for (var v = 0; v < scenario.limit(EventBudget.VIEWS); v++) {
      accounts.add(new UUID(0x7000, 1L << 63 | v));
      views.add(ViewCounts.of(Map.of(accounts.get(v), 1L)));
    }
    var rows = new HashMap<WriterId, Offset>();
    for (var w = 0; w < scenario.writers(); w++) {
      ids.add(new WriterId(new UUID(0, w)));
      indexes.put(ids.get(w), w);
      if (w < scenario.parallel() || !scenario.registers()) {
        rows.put(ids.get(w), Offset.START);
      }
    }
    ledgers = new InternTable<>(LedgerState.of(new AppliedOffsets(rows)));
    letters =
        new InternTable<>(new ViewBatch(ids.get(0), 1, Offset.START.next(0), ViewCounts.NONE));
  }

  public ModelState start() {
    var state = ModelState.zero().with(StateVariable.BUDGET, budget);
    for (var w = 0; w < scenario.parallel(); w++) {
      state =
          state.with(StateVariable.writer(w), writers.of(WriterState.bornWith(ViewCounts.NONE)));
    }
    return state;
  }

  public StagingState stagedIn(ModelState state) {
    return staged.at(state.get(StateVariable.STAGED));
  }

  public LedgerState ledgerIn(ModelState state) {
    return ledgers.at(state.get(StateVariable.LEDGER));
  }

  public WriterState writerIn(ModelState state, int index) {
    return writers.at(state.get(StateVariable.writer(index)));
  }

  /** Applies a batch as a segment, unless an instance may still read totals alone. */
  public int apply(ModelState state, SealedBatch batch) {
    var ledger = ledgerIn(state);
    var appends = scenario.folds() && (isUpgraded(state) || steps.appendsBesideOldVersion());
    return ledgers.of(appends ? steps.append(ledger, batch) : steps.apply(ledger, batch));
  }

  /** Whether every instance reads segments. */
  public boolean isUpgraded(ModelState state) {
    return !scenario.upgrades() || state.get(StateVariable.READS_SEGMENTS) == 1;
  }

  public int indexOf(WriterId writer) {
    return indexes.getOrDefault(writer, -1);
  }

  public int stage(StagingState views) {
    return staged.of(scenario.keeps() ? views : withoutKept(views));
  }

  /** The writers of a batch that a flush has tried, by number. */
  public Set<WriterId> namedBy(int head) {
    return heads.at(head) instanceof NextBatch.Batch batch
        ? batch.batch().ranges().keySet()
        : Set.of();
  }

  /** A message arrived after its writer's row was removed: RESET! would discard the same. */
  public boolean holdsAStranger(ModelState state) {
    var applied = ledgerIn(state).applied();
    return stagedIn(state).segments(Instant.EPOCH).stream()
        .anyMatch(segment -> segment.against(applied) == ApplyVerdict.UNKNOWN);
  }

  /** The writer's offset in staging. */
  public Offset seen(ModelState state, int writer) {
    return stagedIn(state).seen().getOrDefault(ids.get(writer), Offset.START);
  }

  public ViewCounts view(int number) {
    return views.get(number);
  }

  public UUID account(int view) {
    return accounts.get(view);
  }

  /** The number of views so far. */
  public int viewed(ModelState state) {
    return scenario.limit(EventBudget.VIEWS)
        - EventBudget.VIEWS.left(state.get(StateVariable.BUDGET));
  }

  public boolean wentBack(ModelState state) {
    return EventBudget.STAGED_ROLLBACKS.left(state.get(StateVariable.BUDGET))
        < scenario.limit(EventBudget.STAGED_ROLLBACKS);
  }

  public ModelState spend(ModelState state, EventBudget limit) {
    return state.with(StateVariable.BUDGET, limit.spend(state.get(StateVariable.BUDGET)));
  }

  public boolean may(ModelState state, EventBudget limit) {
    return limit.left(state.get(StateVariable.BUDGET)) > 0;
  }

  /** The accounts in it, one bit each. */
  public int bits(ViewCounts counts) {
    var bits = 0;
    for (var v = 0; v < accounts.size() && !counts.isEmpty(); v++) {
      bits |= counts.of(accounts.get(v)) > 0 ? 1 << v : 0;
    }
    return bits;
  }

  /** Views that neither a living writer nor this ledger has: a fault may lose them now. */
  public int held(ModelState state, LedgerState ledger) {
    var safe = bits(ledger.persisted());
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

  public ModelState lose(ModelState state, int bits) {
    return state.with(StateVariable.LOST, state.get(StateVariable.LOST) | bits);
  }

  public int unborn(ModelState state) {
    for (var w = 0; w < scenario.writers(); w++) {
      if (writerIn(state, w).life() == WriterState.Life.UNBORN) {
        return w;
      }
    }
    return -1;
  }

  public Made<AddResult> add(int at, int letter) {
    return adds.of(at, letter);
  }

  public int seal(int at) {
    return seals.of(at, 0);
  }

  public Made<NextBatch> read(int at, int vector) {
    return reads.of(at, vector);
  }

  public Made<ResetResult> reset(int at, int vector) {
    return resets.of(at, vector);
  }

  /** RESET! by a flusher that has the vector and the refused head. */
  public Made<ResetResult> resetNow(int at, FlusherState flusher) {
    return resetsNow.of(at, flushers.of(flusher));
  }

  private Made<AddResult> madeAdd(int at, int letter) {
    return made(steps.add(staged.at(at), letters.at(letter)));
  }

  private int madeSeal(int at, int nothing) {
    return stage(steps.seal(staged.at(at)));
  }

  private Made<NextBatch> madeRead(int at, int vector) {
    return made(steps.read(staged.at(at), vectors.at(vector)));
  }

  private Made<ResetResult> madeReset(int at, int vector) {
    return made(steps.reset(staged.at(at), vectors.at(vector)));
  }

  private Made<ResetResult> madeResetNow(int at, int flusher) {
    var holding = flushers.at(flusher);
    return made(
        steps.resetNow(staged.at(at), vectors.at(holding.vector()), heads.at(holding.head())));
  }

  private <T> Made<T> made(Step<T> step) {
    return new Made<>(stage(step.next()), step.answer());
  }

  private static StagingState withoutKept(StagingState views) {
    return new StagingState(
        views.open(), views.seen(), views.start(), views.sealed(), List.of(), views.dropped());
  }
}
