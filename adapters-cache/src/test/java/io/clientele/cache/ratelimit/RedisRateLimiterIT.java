package io.clientele.cache.ratelimit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.Redis;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.testkit.kernel.RateLimiterContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisRateLimiterIT implements RateLimiterContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static TestRedis server;
  private static Redis redis;

  /** Overflows after five seconds of a test, as {@link System#nanoTime} may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

  private final List<RedisRateLimiter> instances = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestRedis.start();
    redis = TestRedis.patient(server.url());
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    server.ask("FLUSHALL");
  }

  @Override
  public RateLimiter permits(Map<RateLimit, Quota> quotas) {
    var made =
        new RedisRateLimiter(
            redis,
            quotas,
            new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"),
            nanos::get,
            1_000);
    instances.add(made);
    return made;
  }

  /** Advances both clocks. Redis has its own clock, so its stored values are made older instead. */
  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    for (var key : keys()) {
      var whole = Long.parseLong(server.ask("GET", key).split("\r\n")[1]);
      server.ask("SET", key, "" + (whole - time.toNanos() / 1_000));
    }
  }

  @Override
  public void settle() {
    AwaitCondition.until(PATIENCE, () -> instances.stream().allMatch(each -> each.drawing() == 0));
  }

  @Override
  public long overshoot(Quota limit) {
    return TokenReserve.credit(limit);
  }

  @Test
  void threeInstancesShareOneQuota() {
    var limit = new Quota(600, Duration.ofDays(1));
    var three = three(CALLS, limit);
    var granted = 0;
    for (var i = 0; i < 3_000; i++) {
      granted += three.get(i % 3).take(CALLS, "ada").granted() ? 1 : 0;
      settle();
    }
    assertThat(granted).isEqualTo(600);
  }

  @Test
  void concurrentInstancesOvergrantAtMostOnePermitEach() {
    var three = three(SIGN_INS, new Quota(10, Duration.ofMinutes(1)));
    var granted = 0;
    for (var i = 0; i < 3_000; i++) {
      granted += three.get(i % 3).take(SIGN_INS, "ada@example.com").granted() ? 1 : 0;
    }
    settle();
    for (var i = 0; i < 300; i++) {
      granted += three.get(i % 3).take(SIGN_INS, "ada@example.com").granted() ? 1 : 0;
      settle();
    }
    assertThat(granted).isBetween(10, 13);
    for (var minute = 0; minute < 10; minute++) {
      for (var second = 0; second < 60; second++) {
        pass(Duration.ofSeconds(1));
        for (var instance : three) {
          granted += instance.take(SIGN_INS, "ada@example.com").granted() ? 1 : 0;
          settle();
        }
      }
    }
    assertThat(granted).as("in 11 minutes").isBetween(110, 113);
  }

  @Test
  void reservedUnusedPermitsAreAtMostAHundredth() {
    var limit = new Quota(1_000, Duration.ofDays(1));
    var three = three(CALLS, limit);
    three.get(1).take(CALLS, "ada");
    three.get(2).take(CALLS, "ada");
    settle();
    var granted = 0;
    for (var i = 0; i < 1_500; i++) {
      granted += three.get(0).take(CALLS, "ada").granted() ? 1 : 0;
      settle();
    }
    assertThat(granted).isBetween(1_000 - 2 - 2 * 10, 1_000 - 2);
  }

  @Test
  void keysInRedisNameNoCaller() {
    permits(Map.of(SIGN_INS, new Quota(10, Duration.ofMinutes(1))))
        .take(SIGN_INS, "ada@example.com");
    settle();
    assertThat(keys()).singleElement().asString().matches("permits:[0-9a-f]{32}");
    assertThat(server.ask("PTTL", keys().getFirst())).matches(":[0-9]{4}\r\n(?s).*");
  }

  @Test
  void clockSkewBlocksNoCaller() {
    var limits = Map.of(SIGN_INS, new Quota(10, Duration.ofMinutes(1)));
    permits(limits).take(SIGN_INS, "ada");
    settle();
    server.ask("SET", keys().getFirst(), "9000000000000000");
    var permits = permits(limits);
    permits.take(SIGN_INS, "ada");
    settle();
    assertThat(permits.take(SIGN_INS, "ada").resetSeconds()).isLessThanOrEqualTo(66);
  }

  private List<RateLimiter> three(RateLimit limit, Quota quota) {
    var limits = Map.of(limit, quota);
    return List.of(permits(limits), permits(limits), permits(limits));
  }

  private static List<String> keys() {
    return server.ask("KEYS", "*").lines().filter(line -> line.startsWith("permits:")).toList();
  }
}
