package io.clientele.application.views;

import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The settings of a view counter.
 *
 * @param flushInterval the greatest lag of the durable totals; a counter without staging flushes
 *     every 5 seconds if this is longer
 * @param ids returns a name that no writer ever had
 * @param clock for hours and reports, never for safety
 * @param nanoTime a monotonic clock in nanoseconds
 * @param pause waits this long, or until the thread is interrupted
 */
public record ViewCounterSettings(
    Duration flushInterval,
    Supplier<WriterId> ids,
    InstantSource clock,
    LongSupplier nanoTime,
    Consumer<Duration> pause) {
  public ViewCounterSettings {
    Objects.requireNonNull(flushInterval, "flushInterval");
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(nanoTime, "nanoTime");
    Objects.requireNonNull(pause, "pause");
  }

  /** Uses the system's clock and random ids. */
  public static ViewCounterSettings of(Duration flushInterval) {
    return of(flushInterval, InstantSource.system());
  }

  /** Uses this clock and random ids. */
  public static ViewCounterSettings of(Duration flushInterval, InstantSource clock) {
    return new ViewCounterSettings(
        flushInterval,
        () -> new WriterId(UUID.randomUUID()),
        clock,
        System::nanoTime,
        span -> LockSupport.parkNanos(span.toNanos()));
  }
}
