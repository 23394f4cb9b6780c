package io.clientele.application.views.counter;

import static io.clientele.application.kernel.Job.Timing.FROM_START;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.pipeline.Deadline;
import io.clientele.application.views.pipeline.DirectSender;
import io.clientele.application.views.pipeline.FirstFailure;
import io.clientele.application.views.pipeline.ForEachShard;
import io.clientele.application.views.pipeline.Heartbeat;
import io.clientele.application.views.pipeline.ShardFlush;
import io.clientele.application.views.pipeline.ShardMap;
import io.clientele.application.views.pipeline.ShardPipeline;
import io.clientele.application.views.pipeline.ShardPipelines;
import io.clientele.application.views.pipeline.ViewBuffer;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts views in this process, collects them with those of other processes in a shared staging,
 * and applies them to the ledger exactly once. While staging is unavailable for long, views go
 * directly to the ledger.
 */
public final class ViewCounter implements Views {
  private static final Duration SEND = Duration.ofMillis(20);
  private static final Duration SYNC = Duration.ofMillis(300);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration GO_DIRECT = Duration.ofSeconds(30);
  private static final Duration LOOK_FOR_PRESSURE = Duration.ofSeconds(1);
  private static final Duration CLEAN = Duration.ofMinutes(1);
  private static final Duration FLUSH_WITHIN = Duration.ofSeconds(30);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  /** A view must be in the live total within 100 ms of its response. */
  private static final Duration LATE = Duration.ofMillis(80);

  /** A flush runs after 80 to 95 % of the interval, so that the lag stays within it. */
  private static final double LATEST = 0.95;

  private static final double JITTER = 1 - 0.80 / LATEST;

  /** From here on kept batches bring the next flush forward; in accounts of 24 bytes. */
  private static final long KEPT_HIGH = 500_000;

  /** From here on no more batches are formed: views are merged in memory. */
  private static final long KEPT_MAX = 1_000_000;

  private final ViewCounterSettings settings;
  private final Heartbeat heartbeat;
  private final ShardMap<ShardPipeline> lanes;
  private final ViewBuffer intake;
  private final FlushCoordinator flushing;
  private final LiveTotalReader live;
  private final ReconciliationReader reconciling;
  private final DeadWriterReaper cleaning;

  /** Starts no thread and calls no port. */
  public ViewCounter(
      ViewStaging staging, ViewLedger ledger, FlushLog flushes, ViewCounterSettings settings) {
    Objects.requireNonNull(staging, "staging");
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(flushes, "flushes");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.heartbeat = new Heartbeat(ledger, settings.nanoTime());
    this.lanes = ShardPipelines.of(staging, ledger, settings);
    this.intake = new ViewBuffer(lanes.map(ShardPipeline::memory), settings.nanoTime());
    this.flushing = new FlushCoordinator(lanes, new ShardFlush(staging, ledger), flushes, settings);
    this.live = new LiveTotalReader(staging, ledger, settings, this::isLate);
    var stores = new StagedStores(staging, ledger);
    this.reconciling = new ReconciliationReader(stores, settings, this::counted);
    this.cleaning = new DeadWriterReaper(stores, settings);
  }

  @Override
  public ViewRecorder recorder() {
    return intake.recorder();
  }

  @Override
  public Map<UUID, LiveTotal> live(Collection<UUID> ids) {
    intake.drain();
    return live.of(ids);
  }

  @Override
  public Optional<FlushRecord> flush(Duration within) {
    intake.drain();
    return flushing.run(within);
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
    return intake.figures(lanes.made().stream().map(lane -> lane.direct().memory()));
  }

  @Override
  public boolean isPressed() {
    return weight() >= KEPT_HIGH;
  }

  @Override
  public List<Job> jobs() {
    var interval = settings.flushInterval().toMillis();
    var latest = Duration.ofMillis((long) (interval * LATEST));
    return List.of(
        new Job("views-send", SEND, 0, this::send),
        new Job("views-sync", SYNC, 0, () -> eachAttempts(lane -> lane.staged().sync())),
        new Job("views-heartbeat", HEARTBEAT, 0, this::heartbeat),
        new Job("views-direct", GO_DIRECT, 0, this::goDirect),
        new Job("views-flush", latest, JITTER, FROM_START, () -> flush(FLUSH_WITHIN)),
        new Job("views-pressure", LOOK_FOR_PRESSURE, 0, this::flushUnderPressure),
        new Job("views-clean", CLEAN, 0.2, cleaning::run));
  }

  @Override
  public void close() {
    intake.close();
    var failures = new FirstFailure();
    try {
      failures.attempt(() -> eachAttempts(lane -> lane.staged().send(true)));
      failures.attempt(this::bringIn);
    } finally {
      failures.attempt(intake::drain);
      failures.attempt(this::heartbeat);
    }
    failures.rethrow();
  }

  /** Flushes, then sends what never left directly, shard by shard. */
  private void bringIn() {
    var failures = new FirstFailure();
    failures.attempt(() -> flushing.run(CLOSE_WITHIN));
    if (holdsAny()) {
      var deadline = Deadline.in(CLOSE_WITHIN, settings.nanoTime());
      failures.attempt(() -> ForEachShard.run(lanes.all(), lane -> lane.goDirectNow(deadline)));
    }
    if (holdsAny()) {
      failures.rethrow();
    }
  }

  private boolean holdsAny() {
    return lanes.all().stream().anyMatch(ShardPipeline::holdsAny);
  }

  private void goDirect() {
    var deadline = Deadline.in(FLUSH_WITHIN, settings.nanoTime());
    ForEachShard.run(lanes.all(), lane -> lane.goDirect(deadline));
  }

  private void send() {
    intake.drain();
    var mayForm = weight() < KEPT_MAX;
    eachAttempts(lane -> lane.staged().send(mayForm));
  }

  private void eachAttempts(Predicate<ShardPipeline> step) {
    ForEachShard.run(lanes.all(), lane -> lane.attempt(() -> step.test(lane)));
  }

  private void flushUnderPressure() {
    if (isPressed()) {
      flush(FLUSH_WITHIN);
    }
  }

  private boolean isLate(UUID id) {
    return lanes.of(id).isLate(id, settings.nanoTime().getAsLong() - LATE.toNanos());
  }

  private long weight() {
    return lanes.made().stream().mapToLong(lane -> lane.memory().weight()).sum();
  }

  private void heartbeat() {
    var failures = new FirstFailure();
    failures.attempt(this::heartbeatStaged);
    var direct = lanes.all().stream().map(ShardPipeline::direct).toList();
    failures.attempt(() -> DirectSender.heartbeat(heartbeat, direct));
    failures.rethrow();
  }

  private void heartbeatStaged() {
    ForEachShard.run(lanes.all(), lane -> lane.staged().registerLosses());
    var said =
        lanes.all().stream()
            .filter(lane -> lane.staged().mayBeRegistered())
            .map(lane -> lane.memory().counted())
            .toList();
    heartbeat.tell(said, this::take);
  }

  private void take(WriterCounts said, @Nullable Offset applied) {
    var lane = lanes.all().get(said.shard().number());
    lane.attempt(() -> lane.staged().applied(said.writer(), applied));
  }

  private List<WriterCounts> counted() {
    intake.drain();
    return lanes.all().stream().flatMap(lane -> lane.counted().stream()).toList();
  }
}
