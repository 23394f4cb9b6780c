package io.clientele.bootstrap;

import io.clientele.domain.views.Flush;
import io.clientele.domain.views.FlushLog;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another log; what this process flushes is metered as well. */
final class MeteredFlushLog implements FlushLog {
  private final FlushLog log;
  private final DoubleHistogram durations;
  private final LongCounter accounts;
  private final LongCounter applied;
  private final LongCounter rejected;

  MeteredFlushLog(FlushLog log, Meter meter) {
    this.log = log;
    durations =
        meter
            .histogramBuilder("clientele.flush.duration")
            .setUnit("s")
            .setDescription("Flushes that applied something")
            .build();
    accounts = counter(meter, "clientele.flush.accounts", "Totals that flushes have raised");
    applied =
        counter(meter, "clientele.views.applied", "Views that this process brought into totals");
    rejected = counter(meter, "clientele.views.rejected", "Views that no total could take");
  }

  @Override
  public void append(Flush flush) {
    durations.record(flush.durationMillis() / 1e3);
    accounts.add(flush.accounts());
    applied.add(flush.views());
    rejected.add(flush.rejected());
    log.append(flush);
  }

  @Override
  public List<Entry> page(@Nullable Long before, int limit) {
    return log.page(before, limit);
  }

  private static LongCounter counter(Meter meter, String name, String description) {
    return meter.counterBuilder(name).setDescription(description).build();
  }
}
