package io.clientele.bootstrap;

import io.clientele.application.views.Figures;
import io.clientele.application.views.Job;
import io.clientele.application.views.Reconciliation;
import io.clientele.application.views.Views;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where views are, for Prometheus. What this process knows is read when it is asked; what the books
 * tell is read now and then, so that no scrape waits for a database.
 */
final class ViewMeters {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

  private static final String FLUSH = "views-flush";

  private final Views views;
  private final LongCounter failures;
  private final LongSupplier quarantined;
  private volatile @Nullable Reconciliation books;
  private volatile long quarantinedBatches;

  /** Registers the meters; what is quarantined is asked when the books are. */
  ViewMeters(Views views, LongSupplier quarantined, Meter meter) {
    this.views = views;
    this.quarantined = quarantined;
    failures =
        meter
            .counterBuilder("clientele.flush.failures")
            .setDescription("Scheduled flushes that ended with an exception")
            .build();
    failures.add(0);
    counters(meter);
    processGauges(meter);
    staged(meter, "clientele.views.open", "Views gathered in Redis", Reconciliation::open);
    staged(meter, "clientele.views.sealed", "Views in sealed batches", Reconciliation::sealed);
    meter
        .gaugeBuilder("clientele.view.quarantine.batches")
        .ofLongs()
        .setDescription("Batches that could not be applied and were set aside")
        .buildWithCallback(to -> to.record(quarantinedBatches));
  }

  /** Reads the books. */
  Job job() {
    return new Job("views-books", EVERY, 0.1, this::read);
  }

  /** The same job; if it is the flush, its failures are metered. */
  Job metered(Job job) {
    return job.name().equals(FLUSH)
        ? new Job(job.name(), job.period(), job.jitter(), () -> flush(job.task()))
        : job;
  }

  private void flush(Runnable task) {
    var isDone = false;
    try {
      task.run();
      isDone = true;
    } finally {
      failures.add(isDone ? 0 : 1);
    }
  }

  private void read() {
    books = null; // figures that are old are none
    books = views.reconcile();
    quarantinedBatches = quarantined.getAsLong();
  }

  private void counters(Meter meter) {
    meter
        .counterBuilder("clientele.views.counted")
        .setDescription("Views that this process has counted, lost ones left out")
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
        .setDescription("Views in this process alone")
        .buildWithCallback(to -> to.record(views.figures().unsent()));
    meter
        .gaugeBuilder("clientele.views.oldest.pending")
        .setUnit("s")
        .setDescription(
            "Age of the oldest view that this process does not know to be in PostgreSQL")
        .buildWithCallback(to -> to.record(views.figures().oldestPending().toMillis() / 1e3));
  }

  private void staged(
      Meter meter, String name, String description, Function<Reconciliation, @Nullable Long> part) {
    meter
        .gaugeBuilder(name)
        .ofLongs()
        .setDescription(description)
        .buildWithCallback(
            to -> {
              var read = books;
              var views = read == null ? null : part.apply(read);
              if (views != null) {
                to.record(views);
              }
            });
  }

  private static void lost(Figures figures, ObservableLongMeasurement to) {
    if (figures.lost().isEmpty()) {
      to.record(0);
    }
    figures.lost().forEach((reason, views) -> to.record(views, Attributes.of(REASON, reason)));
  }
}
