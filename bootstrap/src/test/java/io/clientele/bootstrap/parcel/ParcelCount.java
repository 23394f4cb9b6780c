package io.clientele.bootstrap.parcel;

import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.parcel.Parcels;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;

/** Counts parcels from time to time, so that no scrape waits for the database. */
final class ParcelCount implements Meters {
  private final Parcels parcels;
  private final Duration period;
  private volatile long count;

  ParcelCount(Parcels parcels, Duration period) {
    this.parcels = parcels;
    this.period = period;
  }

  Job job() {
    return new Job("parcel-count", period, 0.1, () -> count = parcels.count());
  }

  @Override
  public void register(Meter meter) {
    meter
        .gaugeBuilder("clientele.parcels")
        .ofLongs()
        .setDescription("Parcels that were sent")
        .buildWithCallback(gauge -> gauge.record(count));
  }
}
