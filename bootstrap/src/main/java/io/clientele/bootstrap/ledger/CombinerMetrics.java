package io.clientele.bootstrap.ledger;

import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.persistence.ledger.posting.BatchObserver;
import io.clientele.persistence.ledger.posting.BatchObserver.Batch;
import io.clientele.persistence.ledger.posting.TransferCombiner;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the batches in which transfers are booked: their sizes, the time that their locks
 * take, and the queue. Safe for use by many threads.
 */
final class CombinerMetrics implements Meters {
  private volatile @Nullable TransferCombiner combiner;
  private volatile @Nullable LongHistogram sizes;
  private volatile @Nullable DoubleHistogram locking;
  private volatile @Nullable LongCounter skipped;

  /** Makes a combiner that these figures are of. */
  TransferCombiner observed(Function<BatchObserver, TransferCombiner> made) {
    var observed = made.apply(this::decided);
    combiner = observed;
    return observed;
  }

  @Override
  public void register(Meter meter) {
    sizes =
        meter
            .histogramBuilder("clientele.ledger.batch.size")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(List.of(0L, 1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L))
            .setDescription("Transfers that were decided in one transaction")
            .build();
    locking =
        meter
            .histogramBuilder("clientele.ledger.lock.wait")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(
                List.of(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0))
            .setDescription("Time until the pockets of a batch are locked")
            .build();
    var counter =
        meter
            .counterBuilder("clientele.ledger.lock.skipped")
            .setDescription("Transfers that left a batch because another session holds a pocket")
            .build();
    counter.add(0);
    skipped = counter;
    meter
        .gaugeBuilder("clientele.ledger.queue")
        .ofLongs()
        .setDescription("Transfers that wait for a batch")
        .buildWithCallback(
            gauge -> {
              var of = combiner;
              gauge.record(of == null ? 0 : of.queued());
            });
  }

  private void decided(Batch batch) {
    var histogram = sizes;
    var waits = locking;
    var counter = skipped;
    if (histogram != null && waits != null && counter != null) {
      histogram.record(batch.transfers());
      waits.record(batch.locking().toNanos() / 1e9);
      counter.add(batch.skipped());
    }
  }
}
