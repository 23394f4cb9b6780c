package io.clientele.bootstrap.telemetry;

import io.opentelemetry.api.metrics.Meter;

/** The instruments of one context. Contexts contribute these. */
@FunctionalInterface
public interface Meters {
  /** Registers the instruments. Called once, before the first scrape. */
  void register(Meter meter);
}
