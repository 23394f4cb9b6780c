package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.domain.kernel.PortUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final GuardedCalls guard =
      new GuardedCalls("staging", LIMIT, OpenTelemetry.noop().getMeter("test"));
  private final AtomicInteger taken = new AtomicInteger();

  @AfterEach
  void close() {
    guard.close();
  }

  @Test
  void aStepHasItsTimeLimit() {
    long left = guard.pass("look", () -> CallDeadline.nanosLeft(Duration.ofHours(1)));

    assertThat(left).isBetween(1L, LIMIT.toNanos());
  }

  @Test
  void afterFailuresCallsAreRefusedUnexecuted() {
    fail(5, new PortUnavailable("redis", new IOException("reset")));
    assertThat(taken).hasValue(5);
    fail(3, new PortUnavailable("redis", new IOException("reset")));
    assertThat(taken).hasValue(5);
  }

  @Test
  void onlyUnexecutedCallsAreRefused() {
    for (var i = 0; i < 6; i++) {
      var isTaken = taken.get() < 5;
      assertThatThrownBy(
              () -> guard.pass("add", () -> step(new PortUnavailable("redis", new IOException()))))
          .isInstanceOfSatisfying(
              PortUnavailable.class, away -> assertThat(away.isRefused()).isEqualTo(!isTaken));
    }
    assertThat(taken).hasValue(5);
  }

  @Test
  void theBreakerClosesAfterASuccessfulCall() {
    fail(6, new PortUnavailable("redis", new IOException("reset")));
    AwaitCondition.until(Duration.ofSeconds(10), () -> guard.pass("try", () -> true));
    assertThat(IntStream.range(0, 50).allMatch(_ -> guard.pass("again", () -> true))).isTrue();
  }

  @Test
  void theBreakerUsesAMonotonicClock() {
    var clock = GuardedCalls.breakerConfig().getClock();

    assertThat(clock).isInstanceOf(MonotonicClock.class);
    assertThat(clock.instant())
        .as("no time of the machine's clock")
        .isBetween(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(1)));
  }

  @Test
  void aFullRedisDoesNotOpenTheBreaker() {
    fail(50, new PortUnavailable("redis", new RedisCommandExecutionException("OOM full")));
    assertThat(taken).hasValue(50);
  }

  @Test
  void aBugDoesNotOpenTheBreakerAndIsThrown() {
    for (var i = 0; i < 50; i++) {
      assertThatThrownBy(() -> guard.pass("bug", () -> step(new IllegalStateException("bug"))))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(taken).hasValue(50);
  }

  private void fail(int times, RuntimeException how) {
    for (var i = 0; i < times; i++) {
      assertThatThrownBy(() -> guard.pass("fail", () -> step(how)))
          .isInstanceOf(PortUnavailable.class);
    }
  }

  private boolean step(RuntimeException how) {
    taken.incrementAndGet();
    throw how;
  }
}
