package io.clientele.cache.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests what only the Redis store has: numbers as text, lost contents, a script cache. */
class RedisStagingStateIT {
  private static final Shard SHARD = new Shard(255);

  /** The first whole number that a Lua number cannot represent exactly. */
  private static final long INEXACT = (1L << 53) + 1;

  private final TestRedis server = TestRedis.shared();
  private final ViewsSample sample = new ViewsSample(3);
  private final UUID database = UUID.randomUUID();
  private final Redis redis = TestRedis.patient(server.url());
  private final RedisViewStaging staging = new RedisViewStaging(redis, database);

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void viewsAboveTheExactRangeOfLuaAreExact() {
    var writer = sample.writer();
    var account = sample.subject();
    var known = new AppliedOffsets(Map.of(writer, Offset.START));
    var counts = ViewCounts.of(Map.of(account, INEXACT));
    var first = new ViewBatch(writer, 1, Offset.START.next(INEXACT), counts);
    var second = new ViewBatch(writer, 2, first.to().next(INEXACT), counts);
    staging.add(SHARD, first);
    staging.seal(SHARD);
    staging.add(SHARD, second);

    assertThat(staging.pending(SHARD, known, List.of(account)).views())
        .isEqualTo(Map.of(account, 2 * INEXACT));
    var snapshot = staging.snapshot(SHARD, known);
    assertThat(snapshot.openViews()).isEqualTo(INEXACT);
    assertThat(snapshot.sealedViews()).isEqualTo(INEXACT);
    assertThat(snapshot.seen()).isEqualTo(Map.of(writer, new Offset(2, 2 * INEXACT)));
    assertThat(batch(staging.read(SHARD, known)).counts()).isEqualTo(counts);
  }

  @Test
  void viewsWhoseSumExceeds64BitsAreSealedSeparately() {
    var account = sample.subject();
    var counts = ViewCounts.of(Map.of(account, Long.MAX_VALUE));
    var batches =
        Stream.generate(() -> new ViewBatch(sample.writer(), 1, Offset.START.next(9), counts))
            .limit(3)
            .toList();
    batches.forEach(
        batch -> assertThat(staging.add(SHARD, batch).kind()).isEqualTo(AddResult.Kind.OK));
    assertThat(staging.segments(SHARD))
        .hasSize(3)
        .allSatisfy(segment -> assertThat(segment.counts()).isEqualTo(counts));
  }

  @Test
  void openViewsAreSealedBeforeTheLimitOfABatch() {
    var writer = sample.writer();
    var to = Offset.START;
    for (var i = 1; i <= 6; i++) {
      to = to.next(ViewBatch.ACCOUNTS_MAX);
      staging.add(SHARD, new ViewBatch(writer, i, to, counts(ViewBatch.ACCOUNTS_MAX)));
    }
    assertThat(staging.segments(SHARD).stream().map(segment -> segment.counts().size()))
        .containsExactly(SealedBatch.ACCOUNTS_MAX, ViewBatch.ACCOUNTS_MAX);
  }

  @Test
  void moreAccountsThanOneScriptAddsAreRefused() {
    var batch =
        new ViewBatch(sample.writer(), 1, Offset.START.next(1), counts(ViewBatch.ACCOUNTS_MAX + 1));
    assertThatThrownBy(() -> staging.add(SHARD, batch))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anExpiredKeptBatchIsNotOffered() {
    var batch = added(sample.writer());
    staging.seal(SHARD);
    var before = new AppliedOffsets(Map.of(batch.writer(), Offset.START));
    var after = new AppliedOffsets(Map.of(batch.writer(), batch.to()));
    assertThat(staging.read(SHARD, after)).isEqualTo(new NextBatch.Nothing());
    assertThat(batch(staging.read(SHARD, before)).counts()).isEqualTo(batch.counts());

    var content = contents().getFirst();
    assertThat(number(server.ask("TTL", content))).isBetween(800L, 900L);
    server.ask("UNLINK", content);
    assertThat(staging.read(SHARD, before)).isInstanceOf(NextBatch.Ahead.class);
  }

  @Test
  void onlyTheContentOfKeptBatchesIsLeft() {
    var writer = sample.writer();
    var to = Offset.START;
    for (var i = 1; i <= 8; i++) {
      to = to.next(1);
      staging.add(SHARD, new ViewBatch(writer, i, to, counts(1)));
      staging.seal(SHARD);
    }
    staging.read(SHARD, new AppliedOffsets(Map.of(writer, to)));
    assertThat(contents()).hasSize(3);
    staging.reset(SHARD, new AppliedOffsets(Map.of(writer, to.next(1))));
    assertThat(staging.segments(SHARD)).isEmpty();
  }

  @Test
  void anEvictedSealedBatchIsUnavailableUntilAReset() {
    var batch = added(sample.writer());
    staging.seal(SHARD);
    server.ask("UNLINK", contents().getFirst());
    var known = new AppliedOffsets(Map.of(batch.writer(), Offset.START));
    assertThatThrownBy(() -> staging.read(SHARD, known)).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> staging.segments(SHARD)).isInstanceOf(PortUnavailable.class);
    assertThat(staging.reset(SHARD, known)).isEqualTo(ResetResult.DISCARDED);
    assertThat(staging.add(SHARD, batch).kind()).isEqualTo(AddResult.Kind.OK);
  }

  @Test
  void evictedOpenViewsAreResentAfterAReset() {
    var batch = added(sample.writer());
    server.ask("UNLINK", tag() + ":open");
    var known = new AppliedOffsets(Map.of(batch.writer(), Offset.START));
    assertThat(staging.reset(SHARD, known)).isEqualTo(ResetResult.DISCARDED);
    assertThat(staging.add(SHARD, batch).kind()).isEqualTo(AddResult.Kind.OK);
  }

  @Test
  void openViewsWithoutAWriterAreDiscarded() {
    var batch = added(sample.writer());
    staging.seal(SHARD);
    var known = new AppliedOffsets(Map.of(batch.writer(), batch.to()));
    staging.read(SHARD, known);
    var next = new ViewBatch(batch.writer(), 2, batch.to().next(1), counts(1));
    staging.add(SHARD, next);
    server.ask("UNLINK", tag() + ":seen");
    assertThat(staging.reset(SHARD, known)).isEqualTo(ResetResult.DISCARDED);
    assertThat(staging.add(SHARD, next).kind()).isEqualTo(AddResult.Kind.OK);
  }

  @Test
  void forgottenScriptsAreLoadedAgain() {
    staging.seal(SHARD);
    server.ask("SCRIPT", "FLUSH");
    assertThat(added(sample.writer()).counts().size()).isEqualTo(1);
  }

  @Test
  void theAgeOfAResetIsMeasuredByTheClockOfRedis() {
    var known = new AppliedOffsets(Map.of(added(sample.writer()).writer(), new Offset(3, 3)));
    assertThat(staging.pending(SHARD, known, List.of()).sinceReset()).hasDays(36_500);
    assertThat(staging.reset(SHARD, known)).isEqualTo(ResetResult.DISCARDED);
    var pending = staging.pending(SHARD, known, List.of(sample.subject()));
    assertThat(pending.sinceReset()).isBetween(Duration.ZERO, RedisConfig.TIMEOUT);
    assertThat(pending.standing()).isEqualTo(Standing.JOINED);
  }

  @Test
  void aClockThatGoesBackDoesNotRenewAReset() {
    var known = new AppliedOffsets(Map.of(added(sample.writer()).writer(), new Offset(3, 3)));
    staging.reset(SHARD, known);
    server.ask("HINCRBY", tag() + ":facts", "reset", "" + Duration.ofHours(1).toNanos() / 1_000);
    assertThat(staging.pending(SHARD, known, List.of()).sinceReset()).isZero();
    var second = staging.pending(SHARD, known, List.of()).sinceReset();
    var third = staging.pending(SHARD, known, List.of()).sinceReset();
    assertThat(third).isGreaterThan(second).isGreaterThan(Duration.ZERO);
  }

  @Test
  void aChangedHeadIsNotDiscarded() {
    var batch = added(sample.writer());
    staging.seal(SHARD);
    staging.read(SHARD, new AppliedOffsets(Map.of(batch.writer(), batch.to())));
    server.ask("UNLINK", contents().getFirst());
    var behind = new AppliedOffsets(Map.of(batch.writer(), Offset.START));
    var refused = new NextBatch.Ahead(Map.of(batch.writer(), new Offset(7, 7)));
    assertThat(staging.resetNow(SHARD, behind, refused)).isEqualTo(ResetResult.CLEAN);
    assertThat(staging.resetNow(SHARD, behind, staging.read(SHARD, behind)))
        .isEqualTo(ResetResult.DISCARDED);
  }

  @Test
  void twoDatabasesOnOneRedisDoNotMix() {
    added(sample.writer());
    var other = new RedisViewStaging(redis, UUID.randomUUID());
    assertThat(other.segments(SHARD)).isEmpty();
  }

  private ViewBatch added(WriterId writer) {
    var batch = new ViewBatch(writer, 1, Offset.START.next(1), counts(1));
    assertThat(staging.add(SHARD, batch).kind()).isEqualTo(AddResult.Kind.OK);
    return batch;
  }

  private ViewCounts counts(int accounts) {
    var counts = new HashMap<UUID, Long>();
    Stream.generate(sample::subject).limit(accounts).forEach(id -> counts.put(id, 1L));
    return ViewCounts.of(counts);
  }

  private String tag() {
    return ShardCodec.tag(database, SHARD);
  }

  /** The keys of sealed and kept contents. */
  private List<String> contents() {
    var keys = server.ask("KEYS", tag() + ":[0-9]*");
    return Pattern.compile("\\{v:\\S+").matcher(keys).results().map(key -> key.group()).toList();
  }

  private static long number(String reply) {
    return Long.parseLong(reply.substring(1, reply.indexOf('\r')));
  }

  private static SealedBatch batch(NextBatch head) {
    assertThat(head).isInstanceOf(NextBatch.Batch.class);
    return ((NextBatch.Batch) head).batch();
  }
}
