package io.clientele.cache.views;

import static io.clientele.cache.RedisText.bytes;
import static io.clientele.cache.RedisText.text;
import static io.clientele.cache.views.ShardCodec.bytes;

import io.clientele.cache.LuaScript;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisErrors;
import io.clientele.cache.RedisText;
import io.clientele.cache.views.ShardCodec.Batch;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Collects views in Redis, one script for each step. Every step may run twice, late, or after Redis
 * has lost data: a caller repeats it after a lost response.
 */
public final class RedisViewStaging implements ViewStaging {
  /** A head may be dropped between its name and its content; that often in a row it is not. */
  private static final int READS_MAX = 4;

  private static final Duration NEVER = Duration.ofDays(36_500);

  private final Redis redis;
  private final Supplier<UUID> database;

  /** Stages the views of the ledger in this database; a Redis may serve several. */
  public RedisViewStaging(Redis redis, UUID database) {
    this(redis, () -> database);
  }

  /** Creates the staging of a database whose id is not known yet; the id is read at every step. */
  public RedisViewStaging(Redis redis, Supplier<UUID> database) {
    this.redis = redis;
    this.database = database;
  }

  @Override
  public AddResult add(Shard shard, ViewBatch batch) {
    if (batch.counts().size() > ViewBatch.ACCOUNTS_MAX) {
      throw new IllegalArgumentException("one step adds at most 2,000 accounts");
    }
    var views = new AtomicLong();
    var args = new ArrayList<byte[]>();
    args.addAll(
        List.of(
            bytes(SealedBatch.ACCOUNTS_MAX),
            bytes(batch.writer()),
            bytes(batch.from()),
            bytes(batch.to())));
    batch
        .counts()
        .forEach(
            (account, count) -> {
              views.set(Math.addExact(views.get(), count));
              args.add(bytes(account));
              args.add(bytes(count));
            });
    args.add(4, bytes(views.get()));
    var reply = RedisErrors.refusing(() -> run(ShardScripts.ADD, shard, args));
    return new AddResult(AddResult.Kind.valueOf(text(reply.get(0))), ShardCodec.mark(reply.get(1)));
  }

  @Override
  public void seal(Shard shard) {
    run(ShardScripts.SEAL, shard, List.of());
  }

  @Override
  public NextBatch read(Shard shard, AppliedOffsets applied) {
    for (var i = 0; i < READS_MAX; i++) {
      var reply = run(ShardScripts.READ, shard, ShardCodec.vector(applied));
      switch (text(reply.get(0))) {
        case "NOTHING" -> {
          return new NextBatch.Nothing();
        }
        case "AHEAD" -> {
          return new NextBatch.Ahead(ShardCodec.marks((List<?>) reply.get(1)));
        }
        default -> {
          var found = content(shard, ShardCodec.batch(reply.get(1)));
          if (found.isPresent()) {
            return new NextBatch.Batch(found.get());
          }
        }
      }
    }
    throw contentIsGone();
  }

  @Override
  public ResetResult reset(Shard shard, AppliedOffsets applied) {
    return ResetResult.valueOf(
        text(run(ShardScripts.RESET, shard, ShardCodec.vector(applied)).getFirst()));
  }

  @Override
  public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
    var args = ShardCodec.vector(applied);
    switch (refused) {
      case NextBatch.Batch(var batch) -> {
        args.add(bytes("BATCH"));
        args.add(bytes(ShardCodec.micros(batch.sealedAt())));
        args.addAll(ShardCodec.ranges(batch.ranges()));
      }
      case NextBatch.Ahead(var start) -> {
        args.add(bytes("AHEAD"));
        args.addAll(ShardCodec.marks(start));
      }
      case NextBatch.Nothing _ -> {
        return ResetResult.CLEAN;
      }
    }
    return ResetResult.valueOf(text(run(ShardScripts.RESET_NOW, shard, args).getFirst()));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    for (var i = 0; i < READS_MAX; i++) {
      var found = segmentsNow(shard);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw contentIsGone();
  }

  @Override
  public Offset seen(Shard shard, WriterId writer) {
    var mark = redis.field(key(shard, "seen"), bytes(writer));
    return mark == null ? Offset.START : ShardCodec.mark(mark);
  }

  @Override
  public void removed(Shard shard, WriterId writer, Offset at) {
    run(ShardScripts.REMOVED, shard, List.of(bytes(writer), bytes(at.seq())));
  }

  @Override
  public void forget(Shard shard, WriterId writer, Offset upTo) {
    run(ShardScripts.FORGET, shard, List.of(bytes(writer), bytes(upTo.seq())));
  }

  @Override
  public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> subjects) {
    var asked = subjects.stream().distinct().toList();
    var args = ShardCodec.vector(applied);
    asked.forEach(subject -> args.add(bytes(subject)));
    var reply = run(ShardScripts.PENDING, shard, args);
    var views = new HashMap<UUID, Long>();
    asked.forEach(subject -> views.put(subject, 0L));
    RedisText.forEachPair(
        (List<?>) reply.get(2),
        (subject, count) ->
            views.merge(ShardCodec.subject(subject), RedisText.number(count), SaturatingSum::of));
    var age = text(reply.get(1));
    return new PendingViews(
        views,
        PendingViews.Standing.valueOf(text(reply.get(0))),
        age.isEmpty() ? NEVER : Duration.of(Long.parseLong(age), ChronoUnit.MICROS));
  }

  @Override
  public StagingSnapshot snapshot(Shard shard, AppliedOffsets applied) {
    var reply = run(ShardScripts.SUMS, shard, List.of());
    var dropped = ShardCodec.marks((List<?>) reply.get(2));
    var sealed = ((List<?>) reply.get(3)).stream().map(ShardCodec::batch).toList();
    return new StagingSnapshot(
        ShardCodec.marks((List<?>) reply.get(0)),
        ShardCodec.marks((List<?>) reply.get(1)),
        dropped,
        sealed.stream()
            .flatMap(batch -> batch.ranges().keySet().stream())
            .collect(Collectors.toSet()),
        RedisText.number(reply.get(4)),
        sealed.stream()
            .filter(batch -> !batch.with(ViewCounts.NONE).isCoveredBy(applied))
            .mapToLong(Batch::views)
            .sum(),
        applied.isBehind(dropped));
  }

  private Optional<List<SealedBatch>> segmentsNow(Shard shard) {
    var reply = run(ShardScripts.SEGMENTS, shard, List.of());
    var now = ShardCodec.time(text(reply.get(1)));
    var segments = new ArrayList<SealedBatch>();
    for (var segment : (List<?>) reply.get(0)) {
      var batch = ShardCodec.batch(segment);
      var found =
          batch.name().equals("open")
              ? Optional.of(
                  new SealedBatch(batch.ranges(), ShardCodec.counts((List<?>) reply.get(2)), now))
              : content(shard, batch);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      segments.add(found.get());
    }
    return Optional.of(segments);
  }

  /** Never a part of it: content under the name of a sealed batch does not change until it goes. */
  private Optional<SealedBatch> content(Shard shard, Batch batch) {
    var flat = redis.fields(key(shard, batch.name()));
    return flat.isEmpty() ? Optional.empty() : Optional.of(batch.with(ShardCodec.counts(flat)));
  }

  private List<?> run(LuaScript script, Shard shard, List<byte[]> args) {
    return redis.run(script, bytes(ShardCodec.tag(database.get(), shard)), args);
  }

  private byte[] key(Shard shard, String name) {
    return bytes(ShardCodec.tag(database.get(), shard) + ":" + name);
  }

  /**
   * Redis evicted it, though it must not: the next RESET throws the shard away, and writers send
   * again.
   */
  private static PortUnavailable contentIsGone() {
    return new PortUnavailable(
        Redis.PORT, new IllegalStateException("a sealed batch has no content"));
  }
}
