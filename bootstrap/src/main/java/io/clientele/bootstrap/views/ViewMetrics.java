package io.clientele.bootstrap.views;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.Views;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.views.counter.Reconciliation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of view counts. Values of this process are read at the scrape. The reconciliation is read
 * by a job, so that no scrape waits for a database.
 */
final class ViewMetrics implements Meters {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

  private final Views views;
  private final Duration window;
  private final LongAdder failures = new LongAdder();
  private final LongSupplier quarantined;

  /** The last reconciliation; before the first one all counts are 0. */
  private volatile @Nullable Reconciliation reconciliation =
      new Reconciliation(0, 0L, 0L, 0L, 0, 0, 0, true, Instant.EPOCH);

  private volatile long quarantinedBatches;
  private volatile long flushedAt = System.nanoTime();

  /**
   * Reads from these views.
   *
   * @param quarantined counts the quarantined batches; called when the reconciliation is read
   * @param window within which views are to reach the totals
   */
  ViewMetrics(Views views, LongSupplier quarantined, Duration window) {
    this.views = views;
    this.quarantined = quarantined;
    this.window = window;
  }

  @Override
  public void register(Meter meter) {
    meter
        .counterBuilder("clientele.flush.failures")
        .setDescription("Scheduled flushes that ended with an exception")
        .buildWithCallback(to -> to.record(failures.sum()));
    counters(meter);
    processGauges(meter);
    flushGauges(meter);
    staged(
        meter, "clientele.views.open", "Views in Redis that are not sealed", Reconciliation::open);
    staged(meter, "clientele.views.sealed", "Views in sealed batches", Reconciliation::sealed);
    staged(
        meter,
        "clientele.views.gone",
        "Views lost with a process or with data of Redis",
        Reconciliation::lost);
    staged(
        meter,
        "clientele.views.balanced",
        "1 if every view that was ever counted is accounted for, 0 if not",
        read -> read.balanced() == null ? null : read.balanced() ? 1L : 0L);
    meter
        .gaugeBuilder("clientele.view.quarantine.batches")
        .ofLongs()
        .setDescription("Batches that could not be applied and are in quarantine")
        .buildWithCallback(to -> to.record(quarantinedBatches));
  }

  /** The job that reads the reconciliation. */
  Job job() {
    return new Job("views-reconciliation", EVERY, 0.1, this::read);
  }

  /** Returns the job; the failures of the flush job are metered. */
  Job metered(Job job) {
    return job.name().equals(TracedFlushControl.FLUSH) ? job.with(() -> flush(job.work())) : job;
  }

  private void flush(Runnable work) {
    var isDone = false;
    try {
      work.run();
      isDone = true;
      flushedAt = System.nanoTime();
    } finally {
      failures.add(isDone ? 0 : 1);
    }
  }

  private void read() {
    reconciliation = null; // figures that are old are none
    reconciliation = views.reconcile();
    quarantinedBatches = quarantined.getAsLong();
  }

  private void counters(Meter meter) {
    meter
        .counterBuilder("clientele.views.counted")
        .setDescription("Views that this process has counted, without lost ones")
        .buildWithCallback(to -> to.record(views.figures().counted()));
    meter
        .counterBuilder("clientele.views.lost")
        .setDescription("Views that this process could not keep")
        .buildWithCallback(to -> lost(views.figures(), to));
  }

  private void processGauges(Meter meter) {
    meter
        .gaugeBuilder("clientele.views.unsent")
        .ofLongs()
        .setDescription("Views in this process only")
        .buildWithCallback(to -> to.record(views.figures().unsent()));
    meter
        .gaugeBuilder("clientele.views.oldest.pending")
        .setUnit("s")
        .setDescription(
            "Age of the oldest view that this process does not know to be in PostgreSQL")
        .buildWithCallback(to -> to.record(views.figures().oldestPending().toMillis() / 1e3));
    meter
        .gaugeBuilder("clientele.views.kept.accounts")
        .ofLongs()
        .setDescription("Accounts in batches that are kept until PostgreSQL has them")
        .buildWithCallback(to -> to.record(views.figures().keptAccounts()));
    meter
        .gaugeBuilder("clientele.views.buffer.fill")
        .setUnit("1")
        .setDescription("The used part of the memory above which views are lost")
        .buildWithCallback(to -> to.record(views.figures().fill()));
  }

  private void flushGauges(Meter meter) {
    meter
        .gaugeBuilder("clientele.flush.age")
        .setUnit("s")
        .setDescription("Time since this process finished a flush")
        .buildWithCallback(to -> to.record((System.nanoTime() - flushedAt) / 1e9));
    meter
        .gaugeBuilder("clientele.flush.window")
        .setUnit("s")
        .setDescription("Configured greatest time until views are in PostgreSQL")
        .buildWithCallback(to -> to.record(window.toMillis() / 1e3));
  }

  private void staged(
      Meter meter, String name, String description, Function<Reconciliation, @Nullable Long> part) {
    meter
        .gaugeBuilder(name)
        .ofLongs()
        .setDescription(description)
        .buildWithCallback(
            to -> {
              var read = reconciliation;
              var views = read == null ? null : part.apply(read);
              if (views != null) {
                to.record(views);
              }
            });
  }

  private static void lost(CounterMetrics figures, ObservableLongMeasurement to) {
    if (figures.lost().isEmpty()) {
      to.record(0);
    }
    figures.lost().forEach((reason, views) -> to.record(views, Attributes.of(REASON, reason)));
  }
}
