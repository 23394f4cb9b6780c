package io.clientele.cache;

import io.clientele.domain.kernel.PortUnavailable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The circuit breaker of steps on Redis, and their time limit. All commands of a step share the
 * limit. After several failed steps the next ones are refused at once, until a try succeeds.
 * Measures the duration of steps and the state of the breaker. Safe for use by many threads.
 */
public final class GuardedCalls implements AutoCloseable {
  /** The number of last calls that the breaker evaluates, and the part that may fail. */
  private static final int WINDOW = 20;

  private static final int CALLS_MIN = 5;
  private static final float FAILED_PERCENT_MAX = 50;

  /** Short: one try costs little, and views wait in memory meanwhile. */
  private static final Duration OPEN = Duration.ofMillis(500);

  private static final int TRIES = 2;
  private static final double NANOS_A_SECOND = 1e9;
  private static final AttributeKey<String> STEP = AttributeKey.stringKey("step");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

  private final String port;
  private final Duration limit;
  private final CircuitBreaker breaker;
  private final DoubleHistogram duration;
  private final ObservableLongGauge state;

  /**
   * Guards a port, whose name the meters have.
   *
   * @param limit of one call, for all its commands together
   */
  public GuardedCalls(String port, Duration limit, Meter meter) {
    this.port = port;
    this.limit = limit;
    breaker = CircuitBreaker.of(port, breakerConfig());
    duration =
        meter
            .histogramBuilder("clientele." + port + ".duration")
            .setDescription("Duration of guarded calls by result")
            .setUnit("s")
            .build();
    state =
        meter
            .gaugeBuilder("clientele." + port + ".breaker")
            .setDescription("1 for the state that the circuit breaker is in")
            .ofLongs()
            .buildWithCallback(
                gauge -> {
                  for (var each : new State[] {State.CLOSED, State.HALF_OPEN, State.OPEN}) {
                    var name = each.name().toLowerCase(Locale.ROOT);
                    gauge.record(breaker.getState() == each ? 1 : 0, Attributes.of(STATE, name));
                  }
                });
  }

  /**
   * Takes the step on the calling thread. Throws {@link PortUnavailable} when a command fails or
   * the time is up, and at once while the breaker is open.
   */
  public <T> T pass(String step, Supplier<T> task) {
    var began = System.nanoTime();
    if (!breaker.tryAcquirePermission()) {
      measure(step, "refused", began);
      throw PortUnavailable.refused(port, new IllegalStateException("the circuit breaker is open"));
    }
    var outcome = "ok";
    try {
      var value = CallDeadline.within(limit, task);
      breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      return value;
    } catch (RuntimeException failed) {
      breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, failed);
      outcome = failed instanceof PortUnavailable ? "unavailable" : "bug";
      throw failed;
    } finally {
      measure(step, outcome, began);
    }
  }

  @Override
  public void close() {
    state.close();
  }

  private void measure(String step, String outcome, long began) {
    var seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
    duration.record(seconds, Attributes.of(STEP, step, OUTCOME, outcome));
  }

  /** Waits by a clock that no step of the machine's clock reaches. */
  static CircuitBreakerConfig breakerConfig() {
    return CircuitBreakerConfig.custom()
        .slidingWindow(WINDOW, CALLS_MIN, SlidingWindowType.COUNT_BASED)
        .failureRateThreshold(FAILED_PERCENT_MAX)
        .waitDurationInOpenState(OPEN)
        .clock(new MonotonicClock())
        .permittedNumberOfCallsInHalfOpenState(TRIES)
        .ignoreException(failure -> !isAway(failure))
        .build();
  }

  /**
   * A full Redis does not open the breaker: it refuses an ADD, and must receive the calls that
   * empty it.
   */
  private static boolean isAway(Throwable failure) {
    return failure instanceof PortUnavailable && !RedisErrors.isFull(failure.getCause());
  }
}
