package io.clientele.cache;

import static io.clientele.cache.RedisText.bytes;
import static io.clientele.cache.RedisText.text;
import static io.clientele.cache.ShardText.bytes;

import io.clientele.cache.ShardText.Batch;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.StagedSums;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
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
 * Gathers views in Redis, one script for each step. Every step may run twice, late, or after Redis
 * has gone back: a caller whose answer was lost asks again.
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

  /** The same, of a database whose name is not known yet; asked at every step. */
  public RedisViewStaging(Redis redis, Supplier<UUID> database) {
    this.redis = redis;
    this.database = database;
  }

  @Override
  public Added add(Shard shard, ViewBatch batch) {
    if (batch.counts().size() > ViewBatch.ACCOUNTS_MAX) {
      throw new IllegalArgumentException("one step adds 2,000 accounts at most");
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
    var reply = run(ShardScripts.ADD, shard, args);
    return new Added(Added.Kind.valueOf(text(reply.get(0))), ShardText.mark(reply.get(1)));
  }

  @Override
  public void seal(Shard shard) {
    run(ShardScripts.SEAL, shard, List.of());
  }

  @Override
  public Head read(Shard shard, Applied applied) {
    for (var i = 0; i < READS_MAX; i++) {
      var reply = run(ShardScripts.READ, shard, ShardText.vector(applied));
      switch (text(reply.get(0))) {
        case "NOTHING" -> {
          return new Head.Nothing();
        }
        case "AHEAD" -> {
          return new Head.Ahead(ShardText.marks((List<?>) reply.get(1)));
        }
        default -> {
          var found = content(shard, ShardText.batch(reply.get(1)));
          if (found.isPresent()) {
            return new Head.Batch(found.get());
          }
        }
      }
    }
    throw contentIsGone();
  }

  @Override
  public Reset reset(Shard shard, Applied applied) {
    return Reset.valueOf(
        text(run(ShardScripts.RESET, shard, ShardText.vector(applied)).getFirst()));
  }

  @Override
  public Reset resetNow(Shard shard, Applied applied, Head refused) {
    var args = ShardText.vector(applied);
    switch (refused) {
      case Head.Batch(var batch) -> {
        args.add(bytes("BATCH"));
        args.add(bytes(ShardText.micros(batch.sealedAt())));
        args.addAll(ShardText.spans(batch.spans()));
      }
      case Head.Ahead(var start) -> {
        args.add(bytes("AHEAD"));
        args.addAll(ShardText.marks(start));
      }
      case Head.Nothing _ -> {
        return Reset.CLEAN;
      }
    }
    return Reset.valueOf(text(run(ShardScripts.RESET_NOW, shard, args).getFirst()));
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
  public Mark seen(Shard shard, WriterId writer) {
    var mark = redis.field(key(shard, "seen"), bytes(writer));
    return mark == null ? Mark.START : ShardText.mark(mark);
  }

  @Override
  public void forget(Shard shard, WriterId writer) {
    run(ShardScripts.FORGET, shard, List.of(bytes(writer)));
  }

  @Override
  public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
    var asked = accounts.stream().distinct().toList();
    var args = ShardText.vector(applied);
    asked.forEach(account -> args.add(bytes(account)));
    var reply = run(ShardScripts.PENDING, shard, args);
    var views = new HashMap<AccountId, Long>();
    asked.forEach(account -> views.put(account, 0L));
    RedisText.forEachPair(
        (List<?>) reply.get(2),
        (account, count) ->
            views.merge(ShardText.account(account), RedisText.number(count), SaturatingSum::of));
    var age = text(reply.get(1));
    return new Pending(
        views,
        Pending.Standing.valueOf(text(reply.get(0))),
        age.isEmpty() ? NEVER : Duration.of(Long.parseLong(age), ChronoUnit.MICROS));
  }

  @Override
  public StagedSums sums(Shard shard, Applied applied) {
    var reply = run(ShardScripts.SUMS, shard, List.of());
    var dropped = ShardText.marks((List<?>) reply.get(2));
    var sealed = ((List<?>) reply.get(3)).stream().map(ShardText::batch).toList();
    return new StagedSums(
        ShardText.marks((List<?>) reply.get(0)),
        ShardText.marks((List<?>) reply.get(1)),
        sealed.stream()
            .flatMap(batch -> batch.spans().keySet().stream())
            .collect(Collectors.toSet()),
        RedisText.number(reply.get(4)),
        sealed.stream()
            .filter(batch -> !batch.with(ViewCounts.NONE).isCoveredBy(applied))
            .mapToLong(Batch::views)
            .sum(),
        applied.marks().entrySet().stream()
            .anyMatch(
                entry ->
                    entry.getValue().isBefore(dropped.getOrDefault(entry.getKey(), Mark.START))));
  }

  private Optional<List<SealedBatch>> segmentsNow(Shard shard) {
    var reply = run(ShardScripts.SEGMENTS, shard, List.of());
    var now = ShardText.time(text(reply.get(1)));
    var segments = new ArrayList<SealedBatch>();
    for (var segment : (List<?>) reply.get(0)) {
      var batch = ShardText.batch(segment);
      var found =
          batch.name().equals("open")
              ? Optional.of(
                  new SealedBatch(batch.spans(), ShardText.counts((List<?>) reply.get(2)), now))
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
    return flat.isEmpty() ? Optional.empty() : Optional.of(batch.with(ShardText.counts(flat)));
  }

  private List<?> run(Script script, Shard shard, List<byte[]> args) {
    return redis.run(script, bytes(ShardText.tag(database.get(), shard)), args);
  }

  private byte[] key(Shard shard, String name) {
    return bytes(ShardText.tag(database.get(), shard) + ":" + name);
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
