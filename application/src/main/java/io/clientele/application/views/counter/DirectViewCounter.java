package io.clientele.application.views.counter;

import static io.clientele.application.kernel.Job.Timing.FROM_START;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.pipeline.Deadline;
import io.clientele.application.views.pipeline.DirectSender;
import io.clientele.application.views.pipeline.FirstFailure;
import io.clientele.application.views.pipeline.FlushTotals;
import io.clientele.application.views.pipeline.ForEachShard;
import io.clientele.application.views.pipeline.Heartbeat;
import io.clientele.application.views.pipeline.ProducerState;
import io.clientele.application.views.pipeline.ShardMap;
import io.clientele.application.views.pipeline.ViewBuffer;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.WriterCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Counts views with a ledger only, without staging. Totals are as exact, but a killed process loses
 * the views since its last flush, and a live total includes pending views of this instance only.
 * Its jobs flush every 5 seconds, or as often as the settings say if that is more often.
 *
 * {@snippet file="io/clientele/application/views/counter/EmbeddedCounterTest.java" region="start" :
 * var settings = ViewCounterSettings.of(Duration.ofMinutes(5));
 * var views = new DirectViewCounter(ledger, flushes, settings);
 *
 * var executor = Executors.newScheduledThreadPool(2);
 * var jobs = new JobRunner(views.jobs(), executor, new Random());
 * jobs.start();
 *
 * views.recorder().count(id); // in the code that shows an account
 * }
 *
 * <p>At the end of the process:
 *
 * {@snippet file="io/clientele/application/views/counter/EmbeddedCounterTest.java" region="stop" :
 * jobs.close();
 * executor.shutdown();
 * views.close(); // stores the views that no job has stored yet
 * }
 */
public final class DirectViewCounter implements Views {
  private static final Duration FLUSH_AT_LEAST_EVERY = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration CLEAN = Duration.ofMinutes(1);
  private static final int ATTEMPTS = 3;

  private final DirectViewLedger ledger;
  private final FlushLog flushes;
  private final ViewCounterSettings settings;
  private final Heartbeat heartbeat;
  private final ShardMap<DirectSender> writers;
  private final ViewBuffer intake;
  private final ReconciliationReader reconciling;
  private final DeadWriterReaper cleaning;
  private final AtomicInteger first = new AtomicInteger();

  /** Starts no thread and calls no port. */
  public DirectViewCounter(
      DirectViewLedger ledger, FlushLog flushes, ViewCounterSettings settings) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.flushes = Objects.requireNonNull(flushes, "flushes");
    this.settings = Objects.requireNonNull(settings, "settings");
    var room = ViewBuffer.room();
    var writer = settings.ids().get();
    this.heartbeat = new Heartbeat(ledger, settings.nanoTime());
    this.writers =
        new ShardMap<>(
            ledger,
            shard -> new DirectSender(new ProducerState(shard, writer, room), ledger, settings));
    this.intake = new ViewBuffer(writers.map(DirectSender::memory), settings.nanoTime());
    this.reconciling = new ReconciliationReader(ledger, settings, this::counted);
    this.cleaning = new DeadWriterReaper(ledger, settings);
  }

  @Override
  public ViewRecorder recorder() {
    return intake.recorder();
  }

  @Override
  public Map<UUID, LiveTotal> live(Collection<UUID> ids) {
    var totals = new HashMap<UUID, LiveTotal>();
    for (var attempt = 0; attempt < ATTEMPTS && !isExact(totals, ids); attempt++) {
      var persisted = ledger.totals(ids);
      intake.drain();
      ids.forEach(id -> totals.put(id, live(id, persisted)));
    }
    return totals;
  }

  @Override
  public Optional<FlushRecord> flush(Duration within) {
    intake.drain();
    return new Run(Deadline.in(within, settings.nanoTime())).all();
  }

  @Override
  public Reconciliation reconcile() {
    return reconciling.run();
  }

  @Override
  public Reconciliation reconcile(SubjectKind kind) {
    return reconciling.run(kind);
  }

  @Override
  public CounterMetrics figures() {
    return intake.figures(Stream.empty());
  }

  @Override
  public List<Job> jobs() {
    var interval = settings.flushInterval();
    var period = interval.compareTo(FLUSH_AT_LEAST_EVERY) < 0 ? interval : FLUSH_AT_LEAST_EVERY;
    return List.of(
        new Job("views-flush", period, 0.2, FROM_START, () -> flush(period)),
        new Job("views-heartbeat", HEARTBEAT, 0, this::heartbeat),
        new Job("views-clean", CLEAN, 0.2, cleaning::run));
  }

  @Override
  public void close() {
    intake.close();
    var failures = new FirstFailure();
    try {
      failures.attempt(() -> flush(FLUSH_AT_LEAST_EVERY));
    } finally {
      failures.attempt(intake::drain);
      failures.attempt(this::heartbeat);
    }
    failures.rethrow();
  }

  /** One flush of all shards; a failing or slow shard does not stop the others. */
  private final class Run {
    private final Deadline deadline;
    private FlushTotals totals = FlushTotals.NONE;
    private boolean isDone = true;

    Run(Deadline deadline) {
      this.deadline = deadline;
    }

    Optional<FlushRecord> all() {
      var at = settings.clock().instant();
      var turns = new ArrayList<>(writers.all());
      Collections.rotate(turns, first.incrementAndGet());
      var failures = new FirstFailure();
      failures.attempt(() -> ForEachShard.run(turns, this::one));
      if (totals.batches() > 0) {
        failures.attempt(() -> flushes.append(totals.asFlush(at, deadline.taken())));
      }
      failures.rethrow();
      return isDone ? Optional.of(totals.asFlush(at, deadline.taken())) : Optional.empty();
    }

    private void one(DirectSender writer) {
      var progress = writer.apply(List::of, deadline);
      totals = totals.plus(progress.totals());
      isDone &= progress.isComplete();
    }
  }

  private static boolean isExact(Map<UUID, LiveTotal> totals, Collection<UUID> ids) {
    return totals.keySet().containsAll(ids)
        && totals.values().stream().noneMatch(LiveTotal::isDegraded);
  }

  /** Degraded if a batch was applied and forgotten since the totals were read. */
  private LiveTotal live(UUID id, PersistedTotals persisted) {
    var memory = intake.of(id);
    var applied =
        persisted.direct().getOrDefault(memory.shard(), AppliedOffsets.NONE).of(memory.writer());
    var stored = persisted.views().getOrDefault(id, 0L);
    var pending = memory.after(applied == null ? Offset.START : applied, id).orElse(null);
    return LiveTotal.of(id, stored, pending, settings.clock().instant());
  }

  private void heartbeat() {
    DirectSender.heartbeat(heartbeat, writers.all());
  }

  private List<WriterCounts> counted() {
    intake.drain();
    return writers.all().stream().map(writer -> writer.memory().counted()).toList();
  }
}
