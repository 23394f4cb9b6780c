package io.clientele.bootstrap.operation;

import io.clientele.application.kernel.Job;
import io.clientele.application.operation.RunOperations;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts attempts at operations, and reads from time to time how many wait. */
final class OperationMetrics implements Meters, RunOperations.Listener {
  private static final AttributeKey<String> VERDICT = AttributeKey.stringKey("verdict");
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Operations operations;
  private final InstantSource clock;
  private volatile OperationFigures figures = new OperationFigures(0, Duration.ZERO);
  private volatile @Nullable LongCounter attempts;

  OperationMetrics(Operations operations, InstantSource clock) {
    this.operations = operations;
    this.clock = clock;
  }

  /** The job that reads the figures, so that no scrape waits for the database. */
  Job job() {
    return new Job(
        "operation-figures", EVERY, 0.2, () -> figures = operations.figures(clock.instant()));
  }

  @Override
  public void register(Meter meter) {
    var counter =
        meter
            .counterBuilder("clientele.operations.run")
            .setDescription("Attempts at queued writes, by verdict")
            .build();
    for (var verdict : Verdict.values()) {
      counter.add(0, attributes(verdict));
    }
    attempts = counter;
    meter
        .gaugeBuilder("clientele.operations.queued")
        .ofLongs()
        .setDescription("Queued writes that wait or run")
        .buildWithCallback(gauge -> gauge.record(figures.queued()));
    meter
        .gaugeBuilder("clientele.operations.oldest")
        .setUnit("s")
        .setDescription("Time since the acceptance of the oldest queued write")
        .buildWithCallback(gauge -> gauge.record(figures.oldest().toMillis() / 1e3));
  }

  @Override
  public void ended(Verdict verdict) {
    var counter = attempts;
    if (counter != null) {
      counter.add(1, attributes(verdict));
    }
  }

  private static Attributes attributes(Verdict verdict) {
    return Attributes.of(VERDICT, verdict.name().toLowerCase(Locale.ROOT));
  }
}
