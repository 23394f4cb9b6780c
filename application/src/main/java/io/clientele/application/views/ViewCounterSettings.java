package io.clientele.application.views;

import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What counting depends on beside its ports.
 *
 * @param flushInterval how far the durable totals may lag
 * @param ids gives a name that no writer ever had
 * @param clock for hours and reports, never for safety
 * @param nanoTime measures spans, in nanoseconds from any beginning; it never goes back
 * @param pause waits so long, or until the thread is interrupted
 */
public record ViewCounterSettings(
    Duration flushInterval,
    Supplier<WriterId> ids,
    InstantSource clock,
    LongSupplier nanoTime,
    Consumer<Duration> pause) {
  /** By the system's clock and chance. */
  public static ViewCounterSettings of(Duration flushInterval) {
    return of(flushInterval, InstantSource.system());
  }

  /** By this clock, and by chance. */
  public static ViewCounterSettings of(Duration flushInterval, InstantSource clock) {
    return new ViewCounterSettings(
        flushInterval,
        () -> new WriterId(UUID.randomUUID()),
        clock,
        System::nanoTime,
        span -> LockSupport.parkNanos(span.toNanos()));
  }
}
