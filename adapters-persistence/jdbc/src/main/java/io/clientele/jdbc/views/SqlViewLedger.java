package io.clientele.jdbc.views;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardWriters;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of direct writers in PostgreSQL or SQLite, over any data source. Its clock is that of
 * the process, so processes that share a database need synchronised clocks. SQLite locks its whole
 * file where PostgreSQL locks one shard. Safe for use by many threads and processes.
 */
public final class SqlViewLedger implements DirectViewLedger {
  private static final String COUNT_SHARDS = "SELECT count(*) FROM clientele_view_shard";

  private final Transactions transactions;
  private final InstantSource clock;
  private volatile @Nullable Sharding shards;

  /** The ledger of this database, whose tables {@link io.clientele.jdbc.SqlSchema} creates. */
  public SqlViewLedger(DataSource source, InstantSource clock) {
    this.transactions = new Transactions("view ledger", source);
    this.clock = clock;
  }

  @Override
  public Sharding shards() {
    var known = shards;
    if (known == null) {
      known =
          transactions.read(
              sql -> new Sharding(sql.list(COUNT_SHARDS, row -> row.getInt(1)).get(0)));
      shards = known;
    }
    return known;
  }

  @Override
  public void register(WriterId writer, DeliveryPath via, Collection<Shard> at) {
    var now = now();
    transactions.write(
        sql -> {
          for (var shard : inOrder(at)) {
            change(sql, shard, List.of(writer), rows -> rows.register(writer, via, now));
          }
          return writer;
        });
  }

  @Override
  public Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    return counted.isEmpty() ? Map.of() : transactions.write(sql -> heartbeat(sql, counted));
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    var sealed = batch.sealedAt(formedAt);
    return transactions.write(
        sql -> {
          var rows = new ShardRows(sql, shard);
          rows.lock();
          var before = rows.read(List.of(batch.writer()));
          var verdict = before.verdict(DeliveryPath.DIRECT, sealed);
          if (verdict != ApplyVerdict.OK) {
            return new ApplyResult(verdict, 0);
          }
          rows.write(before, before.apply(sealed, now()));
          var rejected = new TotalRows(sql).add(batch.counts());
          rows.add(batch.counts().total() - rejected, rejected);
          heartbeat(sql, movedFrom);
          return new ApplyResult(verdict, rejected);
        });
  }

  @Override
  public RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    var named = new HashSet<>(kept.keySet());
    named.addAll(List.of(old.writer(), next));
    return transactions.write(
        sql -> {
          var rows = new ShardRows(sql, old.shard());
          rows.lock();
          var before = rows.read(named);
          var retirement = before.retire(old, via, kept, next, now());
          rows.write(before, retirement.after());
          return retirement.result();
        });
  }

  @Override
  public void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    var silentSince = now().minus(silentFor);
    transactions.write(
        sql -> change(sql, shard, List.of(), rows -> rows.remove(writer, applied, silentSince)));
  }

  @Override
  public PersistedTotals totals(Collection<UUID> accounts) {
    var asked = accounts.stream().map(shards()::of).distinct().toList();
    return transactions.read(
        sql -> {
          var staged = new HashMap<Shard, AppliedOffsets>();
          var direct = new HashMap<Shard, AppliedOffsets>();
          var views = new TotalRows(sql).read(accounts);
          for (var shard : asked) {
            var rows = new ShardRows(sql, shard).read(List.of());
            staged.put(shard, rows.applied(DeliveryPath.STAGING));
            direct.put(shard, rows.applied(DeliveryPath.DIRECT));
          }
          return new PersistedTotals(views, staged, direct);
        });
  }

  @Override
  public List<ShardSnapshot> snapshots(Collection<Shard> of) {
    return transactions.read(
        sql -> {
          var snapshots = new ArrayList<ShardSnapshot>();
          for (var shard : of) {
            snapshots.add(new ShardRows(sql, shard).snapshot(now()));
          }
          return snapshots;
        });
  }

  private Map<Shard, Offset> heartbeat(Statements sql, Collection<WriterCounts> counted)
      throws SQLException {
    var now = now();
    var offsets = new HashMap<Shard, Offset>();
    var byShard = counted.stream().collect(Collectors.toMap(WriterCounts::shard, each -> each));
    for (var shard : inOrder(byShard.keySet())) {
      var counts = byShard.get(shard);
      if (counts != null) {
        var after = change(sql, shard, List.of(), rows -> rows.heartbeat(counts, now));
        var offset = after.applied(counts.writer());
        if (offset != null) {
          offsets.put(shard, offset);
        }
      }
    }
    return offsets;
  }

  private static ShardWriters change(
      Statements sql, Shard shard, Collection<WriterId> named, UnaryOperator<ShardWriters> rule)
      throws SQLException {
    var rows = new ShardRows(sql, shard);
    rows.lock();
    var before = rows.read(named);
    var after = rule.apply(before);
    rows.write(before, after);
    return after;
  }

  /** Locks are taken in one order, so that no two calls wait for each other. */
  private static List<Shard> inOrder(Collection<Shard> shards) {
    return shards.stream().sorted(Comparator.comparingInt(Shard::number)).toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
