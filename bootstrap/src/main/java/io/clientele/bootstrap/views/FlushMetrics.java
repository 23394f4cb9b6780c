package io.clientele.bootstrap.views;

import io.clientele.domain.views.history.FlushRecord;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;

/** Metrics of the flushes of this process. */
final class FlushMetrics {
  private final DoubleHistogram durations;
  private final LongCounter accounts;
  private final LongCounter applied;
  private final LongCounter rejected;

  FlushMetrics(Meter meter) {
    durations =
        meter
            .histogramBuilder("clientele.flush.duration")
            .setUnit("s")
            .setDescription("Flushes that applied batches")
            .build();
    accounts = counter(meter, "clientele.flush.accounts", "Totals raised by flushes");
    applied =
        counter(meter, "clientele.views.applied", "Views that this process applied to totals");
    rejected = counter(meter, "clientele.views.rejected", "Views above the greatest total");
  }

  /** Counts a flush, and records its figures in the current span. */
  void add(FlushRecord flush) {
    Span.current()
        .setAttribute("clientele.flush.batches", flush.batches())
        .setAttribute("clientele.flush.accounts", flush.accounts())
        .setAttribute("clientele.flush.views", flush.views())
        .setAttribute("clientele.flush.rejected", flush.rejected());
    durations.record(flush.durationMillis() / 1e3);
    accounts.add(flush.accounts());
    applied.add(flush.views());
    rejected.add(flush.rejected());
  }

  /**
   * Creates a counter with the value 0, because an alert cannot tell a missing counter from a
   * broken one.
   */
  private static LongCounter counter(Meter meter, String name, String description) {
    var counter = meter.counterBuilder(name).setDescription(description).build();
    counter.add(0);
    return counter;
  }
}
