package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.GuardedCalls;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a Redis that is unreachable, hangs, or is not ready: calls fail at once or at the limit,
 * and recover.
 */
class RedisOutageIT {
  private static final Shard SHARD = new Shard(3);
  private static final Duration SOON = Duration.ofSeconds(20);

  /** The time limit plus a tolerance for a busy machine. */
  private static final long LIMIT_MILLIS = RedisConfig.TIMEOUT.toMillis() + 150;

  private static final long AT_ONCE_MILLIS = 20;

  private final ViewsSample sample = new ViewsSample(2);
  private final UUID database = UUID.randomUUID();
  private final GuardedCalls guard =
      new GuardedCalls("staging", RedisConfig.TIMEOUT, OpenTelemetry.noop().getMeter("test"));
  private final TestRedis server = TestRedis.start("--appendonly", "yes");

  @AfterEach
  void stop() {
    guard.close();
    server.close();
  }

  @Test
  void anAbsentRedisIsConnectedWhenItStarts() {
    server.kill();
    try (var redis = server.client()) {
      var staging = guarded(redis);
      everyStepIsUnavailableWithin(staging, LIMIT_MILLIS);
      server.startAgain();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, sample.writer()).equals(Offset.START));
    }
  }

  @Test
  void aKilledRedisIsReconnectedWithItsData() {
    try (var redis = server.client()) {
      var staging = guarded(redis);
      var batch = batch();
      staging.add(SHARD, batch);
      server.kill();
      everyStepIsUnavailableWithin(staging, LIMIT_MILLIS);
      server.startAgain();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, batch.writer()).equals(batch.to()));
    }
  }

  @Test
  void aHangingRedisCostsAFewTimeoutsAndThenNothing() {
    try (var redis = server.client()) {
      var staging = guarded(redis);
      staging.seal(SHARD);
      server.hang();
      everyStepIsUnavailableWithin(staging, LIMIT_MILLIS);
      var refused = Stream.generate(() -> unavailableMillis(() -> staging.seal(SHARD)));
      assertThat(refused.limit(5)).anyMatch(millis -> millis < AT_ONCE_MILLIS);
      server.goOn();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, sample.writer()).equals(Offset.START));
    }
  }

  @Test
  void theCommandsOfOneStepShareTheLimit() {
    try (var redis = server.client()) {
      assertThat(redis.isUp()).isTrue();
      server.hang();
      var key = new byte[] {1};
      var millis =
          unavailableMillis(
              () -> guard.pass("two", () -> !redis.isUp() && redis.fields(key) == null));
      assertThat(millis).isLessThan(LIMIT_MILLIS);
      server.goOn();
    }
  }

  @Test
  void aRedisThatHangsLongIsReconnected() {
    try (var redis = server.client()) {
      var staging = new RedisViewStaging(redis, database);
      staging.seal(SHARD);
      server.hang();
      var refused = Stream.generate(() -> unavailableMillis(() -> staging.seal(SHARD)));
      assertThat(refused.limit(60).filter(millis -> millis < AT_ONCE_MILLIS)).isNotEmpty();
      server.goOn();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, sample.writer()).equals(Offset.START));
    }
  }

  @Test
  void aLoadingRedisIsUnavailableAndNotEmpty() {
    var slow =
        TestRedis.start(
            "--enable-debug-command", "yes", "--loading-process-events-interval-bytes", "1024");
    try (slow;
        var redis = slow.client()) {
      var staging = guarded(redis);
      var batch = batch();
      staging.add(SHARD, batch);
      slow.ask("DEBUG", "POPULATE", "4000");
      slow.ask("SAVE");
      slow.kill();
      slow.startAgainAndLeave("--key-load-delay", "1000");
      AwaitCondition.until(SOON, () -> slow.ask("PING").startsWith("-LOADING"));
      everyStepIsUnavailableWithin(staging, LIMIT_MILLIS);
      assertThat(slow.ask("PING")).startsWith("-LOADING");
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, batch.writer()).equals(batch.to()));
    }
  }

  @Test
  void aFullRedisRefusesAddsButNoRemovals() {
    try (var redis = server.client()) {
      var staging = guarded(redis);
      var batch = batch();
      staging.add(SHARD, batch);
      server.ask("CONFIG", "SET", "maxmemory", "1");
      var next = new ViewBatch(batch.writer(), 2, batch.to().next(1), counts());
      for (var i = 0; i < 20; i++) {
        assertThatThrownBy(() -> staging.add(SHARD, next)).isInstanceOf(PortUnavailable.class);
      }
      staging.seal(SHARD);
      var known = new AppliedOffsets(Map.of(batch.writer(), Offset.START));
      assertThat(staging.read(SHARD, known)).isInstanceOf(NextBatch.Batch.class);
      var ahead = new AppliedOffsets(Map.of(batch.writer(), new Offset(9, 9)));
      assertThat(staging.reset(SHARD, ahead)).isEqualTo(ResetResult.CLEAN);
      assertThat(staging.segments(SHARD)).isEmpty();
      server.ask("CONFIG", "SET", "maxmemory", "0");
      assertThat(staging.add(SHARD, next).kind()).isEqualTo(AddResult.Kind.DUPLICATE);
    }
  }

  @Test
  void aBatchForAnAbsentRedisIsRefused() {
    try (var away = TestRedis.away()) {
      assertThat(isRefused(new RedisViewStaging(away, database), batch())).isTrue();
    }
  }

  @Test
  void aBatchForAStoppedRedisIsRefusedAndNeverArrives() {
    try (var redis = server.client()) {
      var staging = new RedisViewStaging(redis, database);
      staging.seal(SHARD);
      server.kill();
      AwaitCondition.until(SOON, () -> isRefused(staging, batch()));
      var refused = batch();
      assertThat(isRefused(staging, refused)).isTrue();
      server.startAgain();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, refused.writer()).equals(Offset.START));
    }
  }

  @Test
  void aBatchForAHangingRedisIsNotRefusedAndArrives() {
    try (var redis = server.client()) {
      var staging = new RedisViewStaging(redis, database);
      staging.add(SHARD, batch());
      server.hang();
      var silent = batch();
      assertThat(isRefused(staging, silent)).isFalse();
      server.goOn();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, silent.writer()).equals(silent.to()));
    }
  }

  @Test
  void aBatchForAFullOrReadOnlyRedisIsRefused() {
    try (var redis = server.client()) {
      var staging = new RedisViewStaging(redis, database);
      var first = batch();
      staging.add(SHARD, first);
      server.ask("CONFIG", "SET", "maxmemory", "1");
      assertThat(isRefused(staging, batch())).as("full").isTrue();
      server.ask("CONFIG", "SET", "maxmemory", "0");
      server.ask("REPLICAOF", "127.0.0.1", "1");
      assertThat(isRefused(staging, batch())).as("read-only").isTrue();
      server.ask("REPLICAOF", "NO", "ONE");
      AwaitCondition.until(SOON, () -> staging.segments(SHARD).size() == 1);
      assertThat(staging.segments(SHARD).getFirst().counts()).isEqualTo(first.counts());
    }
  }

  private static boolean isRefused(ViewStaging staging, ViewBatch batch) {
    try {
      staging.add(SHARD, batch);
      return false;
    } catch (PortUnavailable away) {
      return away.isRefused();
    }
  }

  private ViewStaging guarded(Redis redis) {
    return new GuardedViewStaging(new RedisViewStaging(redis, database), guard);
  }

  private void everyStepIsUnavailableWithin(ViewStaging staging, long millis) {
    var none = AppliedOffsets.NONE;
    var id = sample.subject();
    List<Runnable> steps =
        List.of(
            () -> staging.add(SHARD, batch()),
            () -> staging.seal(SHARD),
            () -> staging.read(SHARD, none),
            () -> staging.reset(SHARD, none),
            () -> staging.resetNow(SHARD, none, new NextBatch.Ahead(Map.of())),
            () -> staging.segments(SHARD),
            () -> staging.seen(SHARD, sample.writer()),
            () -> staging.removed(SHARD, sample.writer(), Offset.START),
            () -> staging.forget(SHARD, sample.writer(), Offset.START),
            () -> staging.pending(SHARD, none, List.of(id)),
            () -> staging.snapshot(SHARD, none));
    assertThat(steps).allSatisfy(step -> assertThat(unavailableMillis(step)).isLessThan(millis));
  }

  /** The time until a call to an unreachable Redis failed. */
  private static long unavailableMillis(Runnable step) {
    var began = System.nanoTime();
    assertThatThrownBy(step::run).isInstanceOf(PortUnavailable.class);
    return (System.nanoTime() - began) / 1_000_000;
  }

  private ViewBatch batch() {
    return new ViewBatch(sample.writer(), 1, new Offset(1, 1), counts());
  }

  private ViewCounts counts() {
    return ViewCounts.of(Map.of(sample.subject(), 1L));
  }
}
