package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.ConnectionCuttingProxy;
import io.clientele.cache.testbed.ConnectionCuttingProxy.Cut;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.domain.views.staging.WriterLog;
import io.clientele.testkit.views.ViewsSample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests connections that are cut after a command arrived and before its response did. */
class LostRepliesIT {
  private static final Shard SHARD = new Shard(0);
  private static final int BATCHES = 300;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ViewsSample sample = new ViewsSample(1);
  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource
  void everyViewIsReadOnceDespiteLostReplies(Cut how) throws IOException {
    var accounts = Stream.generate(sample::subject).limit(40).toList();
    var writer = sample.writer();
    var log = new WriterLog(writer);
    var sent = new HashMap<UUID, Long>();
    var applied = new HashMap<UUID, Long>();
    var vector = Map.of(writer, Offset.START);
    try (var proxy = new ConnectionCuttingProxy(TestRedis.shared().port(), how);
        var redis = new Redis(RedisConfig.parse(proxy.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      for (var i = 0; i < BATCHES; i++) {
        var counts = counts(accounts, sent);
        log.form(counts);
        proxy.cutAfter(random.nextInt(12));
        while (!log.isIdle()) {
          var batch = log.next().orElseThrow();
          log.take(batch, settled(() -> staging.add(SHARD, batch)));
        }
        if (i % 7 == 0) {
          vector = flushed(staging, vector, applied);
        }
      }
      proxy.cutAfter(Integer.MAX_VALUE);
      flushed(staging, vector, applied);
      assertThat(applied).isEqualTo(sent);
      assertThat(proxy.cuts()).isGreaterThan(BATCHES / 10);
    }
  }

  /**
   * A refused batch is sent by the other path at once, so it must not arrive by the first one too.
   */
  @ParameterizedTest
  @EnumSource
  void aRefusedBatchNeverArrives(Cut how) throws IOException {
    var accounts = Stream.generate(sample::subject).limit(40).toList();
    var writer = sample.writer();
    var log = new WriterLog(writer);
    var sent = new HashMap<UUID, Long>();
    var applied = new HashMap<UUID, Long>();
    var refused = 0;
    try (var proxy = new ConnectionCuttingProxy(TestRedis.shared().port(), how);
        var redis = new Redis(RedisConfig.parse(proxy.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      for (var i = 0; i < BATCHES; i++) {
        log.form(counts(accounts, sent));
        proxy.cutAfter(random.nextInt(12));
        while (!log.isIdle()) {
          if (!isHandedOver(staging, log)) {
            refused++;
            log.unsend().forEach((id, views) -> applied.merge(id, views, Long::sum));
          }
        }
      }
      proxy.cutAfter(Integer.MAX_VALUE);
      flushed(staging, Map.of(writer, Offset.START), applied);
      assertThat(applied).isEqualTo(sent);
      assertThat(refused).isPositive();
    }
  }

  /** Returns false if the batch was refused. */
  private static boolean isHandedOver(RedisViewStaging staging, WriterLog log) {
    var batch = log.next().orElseThrow();
    try {
      log.take(batch, staging.add(SHARD, batch));
      return true;
    } catch (PortUnavailable away) {
      if (!away.isRefused()) {
        log.sent(batch);
      }
      return !away.isRefused();
    }
  }

  @Test
  void aSilentlyDeadConnectionIsReplaced() throws IOException {
    try (var proxy = new ConnectionCuttingProxy(TestRedis.shared().port(), Cut.FIN);
        var redis = new Redis(RedisConfig.parse(proxy.url()))) {
      var staging = new RedisViewStaging(redis, UUID.randomUUID());
      staging.seal(SHARD);
      proxy.swallow();
      proxy.serveNewOnes();
      AwaitCondition.until(SOON, () -> staging.seen(SHARD, sample.writer()).equals(Offset.START));
    }
  }

  /** Flushes into a map instead of a ledger. */
  private Map<WriterId, Offset> flushed(
      ViewStaging staging, Map<WriterId, Offset> from, Map<UUID, Long> applied) {
    var vector = new HashMap<>(from);
    settled(
        () -> {
          staging.seal(SHARD);
          return SHARD;
        });
    while (settled(() -> staging.read(SHARD, new AppliedOffsets(vector)))
        instanceof NextBatch.Batch(var batch)) {
      assertThat(batch.joins(new AppliedOffsets(vector))).isTrue();
      batch.counts().forEach((account, views) -> applied.merge(account, views, Long::sum));
      batch.ranges().forEach((writer, span) -> vector.put(writer, span.to()));
    }
    return vector;
  }

  private ViewCounts counts(List<UUID> accounts, Map<UUID, Long> sent) {
    var counts = new HashMap<UUID, Long>();
    for (var i = 0; i < 5; i++) {
      counts.put(accounts.get(random.nextInt(accounts.size())), 1L + random.nextInt(3));
    }
    counts.forEach((account, views) -> sent.merge(account, views, Long::sum));
    return ViewCounts.of(counts);
  }

  /** Repeats a step until it has a response. The tests show that steps may be repeated. */
  private static <T> T settled(Supplier<T> step) {
    var answers = new ArrayList<T>();
    AwaitCondition.until(
        SOON,
        () -> {
          try {
            return answers.add(step.get());
          } catch (PortUnavailable cut) {
            return false;
          }
        });
    return answers.getLast();
  }
}
