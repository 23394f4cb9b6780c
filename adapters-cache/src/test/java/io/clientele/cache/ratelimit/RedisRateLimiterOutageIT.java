package io.clientele.cache.ratelimit;

import static io.clientele.testkit.kernel.RateLimiterContract.CALLS;
import static io.clientele.testkit.kernel.RateLimiterContract.SIGN_INS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.Redis;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** During failures of Redis a permit is granted or refused at once. */
class RedisRateLimiterOutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Less than the time-out of Redis. A busy machine rarely delays a thread by more. */
  private static final long WAIT_MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int SLOW_MAX = 5;

  private static final Quota THOUSAND = new Quota(1_000, Duration.ofDays(1));

  private final AtomicLong nanos = new AtomicLong();
  private TestRedis server;
  private Redis redis;
  private RedisRateLimiter limits;
  private int asked;
  private int slow;

  @BeforeEach
  void start() {
    server = TestRedis.start();
    redis = server.client();
    limits = limits(redis);
    take(CALLS, 300);
    settle();
    assertThat(limits.isAway()).isFalse();
  }

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  @Test
  void withoutRedisTheProcessUsesALocalQuota() {
    server.kill();
    awaitOutage();
    var granted = 0;
    for (var i = 0; i < 2_000; i++) {
      granted += granted(CALLS, "ada");
    }
    assertThat(granted).isBetween(1, 700);
    assertThat(300 + asked + granted).isBetween(1_000, 1_000 + (int) TokenReserve.credit(THOUSAND));
  }

  @Test
  void aHangingRedisDelaysAndRefusesNoCaller() {
    server.hang();
    for (var i = 0; i < 500; i++) {
      assertThat(granted(SIGN_INS, "192.0.2." + i)).isOne();
    }
    awaitOutage();
    for (var i = 0; i < 600; i++) {
      assertThat(granted(CALLS, "grace")).isOne();
    }
    server.goOn();
    awaitBack();
  }

  @Test
  void afterAnOutageTheQuotaIsSharedAgain() {
    server.kill();
    awaitOutage();
    server.startAgain();
    awaitBack();
    var other = limits(redis);
    for (var i = 0; i < 3_000; i++) {
      limits.take(SIGN_INS, "192.0.2.1");
      settle();
    }
    other.take(SIGN_INS, "192.0.2.1");
    AwaitCondition.until(PATIENCE, () -> other.drawing() == 0);
    assertThat(other.take(SIGN_INS, "192.0.2.1").granted()).isFalse();
  }

  /** Waits until the limiter notices the outage, which it does at its next draw. */
  private void awaitOutage() {
    AwaitCondition.until(
        PATIENCE,
        () -> {
          asked += granted(CALLS, "ada");
          return limits.isAway();
        });
  }

  private void awaitBack() {
    AwaitCondition.until(
        PATIENCE,
        () -> {
          nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
          limits.take(CALLS, "ada");
          return !limits.isAway();
        });
  }

  private void settle() {
    AwaitCondition.until(PATIENCE, () -> limits.drawing() == 0);
  }

  private void take(RateLimit limit, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(granted(limit, "ada")).isOne();
      settle();
    }
  }

  private int granted(RateLimit limit, String holder) {
    var began = System.nanoTime();
    var permit = limits.take(limit, holder);
    slow += System.nanoTime() - began > WAIT_MAX_NANOS ? 1 : 0;
    assertThat(slow).isLessThan(SLOW_MAX);
    return permit.granted() ? 1 : 0;
  }

  private RedisRateLimiter limits(Redis client) {
    return new RedisRateLimiter(
        client,
        Map.of(CALLS, THOUSAND, SIGN_INS, THOUSAND),
        new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"),
        nanos::get,
        1_000);
  }
}
