package io.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Measures connections in use and threads that wait for one, by the semantic conventions. */
final class PoolMetrics implements MetricsTrackerFactory {
  private static final AttributeKey<String> POOL =
      AttributeKey.stringKey("db.client.connection.pool.name");
  private static final AttributeKey<String> STATE =
      AttributeKey.stringKey("db.client.connection.state");
  private static final double NANOS_A_SECOND = 1e9;

  private final Map<String, PoolStats> pools = new ConcurrentHashMap<>();
  private final DoubleHistogram waits;
  private final LongCounter timeouts;

  private PoolMetrics(Meter meter) {
    waits =
        meter
            .histogramBuilder("db.client.connection.wait_time")
            .setUnit("s")
            .setDescription("Time to get a connection of the pool")
            .build();
    timeouts =
        meter
            .counterBuilder("db.client.connection.timeouts")
            .setUnit("{timeout}")
            .setDescription("Threads that got no connection in time")
            .build();
    gauge(meter, "count", "Connections by state", PoolMetrics::count);
    gauge(
        meter,
        "max",
        "Greatest number of connections",
        (to, of) -> to.record(of.stats().getMaxConnections(), of.name()));
    gauge(
        meter,
        "pending_requests",
        "Threads waiting for a connection",
        (to, of) -> to.record(of.stats().getPendingThreads(), of.name()));
  }

  private record Pool(Attributes name, PoolStats stats) {}

  /** Measures these from now on. */
  static void watch(OpenTelemetry telemetry, HikariDataSource... sources) {
    var meters = new PoolMetrics(telemetry.getMeter("clientele.persistence"));
    for (var source : sources) {
      source.setMetricsTrackerFactory(meters);
    }
  }

  @Override
  public IMetricsTracker create(String pool, PoolStats stats) {
    pools.put(pool, stats);
    var of = Attributes.of(POOL, pool);
    timeouts.add(0, of);
    return new IMetricsTracker() {
      @Override
      public void recordConnectionAcquiredNanos(long nanos) {
        waits.record(nanos / NANOS_A_SECOND, of);
      }

      @Override
      public void recordConnectionTimeout() {
        timeouts.add(1, of);
      }
    };
  }

  private void gauge(
      Meter meter,
      String name,
      String description,
      BiConsumer<ObservableLongMeasurement, Pool> each) {
    meter
        .upDownCounterBuilder("db.client.connection." + name)
        .setDescription(description)
        .buildWithCallback(
            to ->
                pools.forEach(
                    (pool, stats) -> each.accept(to, new Pool(Attributes.of(POOL, pool), stats))));
  }

  private static void count(ObservableLongMeasurement to, Pool of) {
    var name = of.name();
    to.record(of.stats().getActiveConnections(), name.toBuilder().put(STATE, "used").build());
    to.record(of.stats().getIdleConnections(), name.toBuilder().put(STATE, "idle").build());
  }
}
