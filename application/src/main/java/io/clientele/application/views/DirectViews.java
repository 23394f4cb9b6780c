package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Flush;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Persisted;
import io.clientele.domain.views.ViewLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Counts views on a ledger alone, without a staging: as exact, but a killed process loses what it
 * had since its last flush, and a live total sees the views of this instance only.
 */
public final class DirectViews implements Views {
  private static final Duration FLUSH_AT_LEAST_EVERY = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration CLEAN = Duration.ofHours(1);
  private static final int ATTEMPTS = 3;

  private final ViewLedger ledger;
  private final FlushLog flushes;
  private final ViewSettings settings;
  private final PerShard<DirectWriter> writers;
  private final Intake intake;
  private final Reconciling reconciling;
  private final Cleaning cleaning;
  private final AtomicInteger first = new AtomicInteger();

  /** Starts nothing, and asks nobody yet. */
  public DirectViews(ViewLedger ledger, FlushLog flushes, ViewSettings settings) {
    var room = Intake.room();
    var writer = settings.ids().get();
    this.ledger = ledger;
    this.flushes = flushes;
    this.settings = settings;
    this.writers =
        new PerShard<>(
            ledger,
            shard -> new DirectWriter(new ShardWriter(shard, writer, room), ledger, settings));
    this.intake = new Intake(writers.map(DirectWriter::memory), settings.nanoTime());
    this.reconciling = new Reconciling(null, ledger, settings, this::counted);
    this.cleaning = new Cleaning(null, ledger, settings);
  }

  @Override
  public void count(AccountId id) {
    intake.count(id);
  }

  @Override
  public Map<AccountId, LiveTotal> live(Collection<AccountId> ids) {
    var totals = new HashMap<AccountId, LiveTotal>();
    for (var attempt = 0; attempt < ATTEMPTS && !isExact(totals, ids); attempt++) {
      var persisted = ledger.totals(ids);
      intake.drain();
      ids.forEach(id -> totals.put(id, live(id, persisted)));
    }
    return totals;
  }

  @Override
  public Optional<Flush> flush(Duration within) {
    intake.drain();
    return new Run(Deadline.in(within, settings.nanoTime())).all();
  }

  @Override
  public Reconciliation reconcile() {
    return reconciling.run();
  }

  @Override
  public Figures figures() {
    return intake.figures(Stream.empty());
  }

  @Override
  public List<Job> jobs() {
    var interval = settings.flushInterval();
    var period = interval.compareTo(FLUSH_AT_LEAST_EVERY) < 0 ? interval : FLUSH_AT_LEAST_EVERY;
    return List.of(
        new Job("views-flush", period, 0.2, () -> flush(period)),
        new Job("views-heartbeat", HEARTBEAT, 0, this::heartbeat),
        new Job("views-clean", CLEAN, 0.2, cleaning::run));
  }

  @Override
  public void close() {
    try {
      flush(FLUSH_AT_LEAST_EVERY);
    } finally {
      heartbeat();
    }
  }

  /** One flush of all shards; a shard that fails or is slow does not keep the others from it. */
  private final class Run {
    private final Deadline deadline;
    private FlushTotals totals = FlushTotals.NONE;
    private boolean isDone = true;

    Run(Deadline deadline) {
      this.deadline = deadline;
    }

    Optional<Flush> all() {
      var at = settings.clock().instant();
      var turns = new ArrayList<>(writers.all());
      Collections.rotate(turns, first.incrementAndGet());
      try {
        EachShard.run(turns, this::one);
      } finally {
        if (totals.batches() > 0) {
          flushes.append(totals.asFlush(at, deadline.taken()));
        }
      }
      return isDone ? Optional.of(totals.asFlush(at, deadline.taken())) : Optional.empty();
    }

    private void one(DirectWriter writer) {
      var progress = writer.apply(List::of, deadline);
      totals = totals.plus(progress.totals());
      isDone &= progress.isComplete();
    }
  }

  private static boolean isExact(Map<AccountId, LiveTotal> totals, Collection<AccountId> ids) {
    return totals.keySet().containsAll(ids)
        && totals.values().stream().noneMatch(LiveTotal::isDegraded);
  }

  /** Degraded if a batch was applied and forgotten since the totals were read. */
  private LiveTotal live(AccountId id, Persisted persisted) {
    var memory = intake.of(id);
    var applied = persisted.direct().getOrDefault(memory.shard(), Applied.NONE).of(memory.writer());
    var stored = persisted.views().getOrDefault(id, 0L);
    var pending = memory.after(applied == null ? Mark.START : applied, id).orElse(null);
    return LiveTotal.of(id, stored, pending, settings.clock().instant());
  }

  private void heartbeat() {
    DirectWriter.heartbeat(ledger, writers.all());
  }

  private List<Counted> counted() {
    intake.drain();
    return writers.all().stream().map(writer -> writer.memory().counted()).toList();
  }
}
