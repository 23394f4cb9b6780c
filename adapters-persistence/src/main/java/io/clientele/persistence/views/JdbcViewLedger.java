package io.clientele.persistence.views;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.persistence.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The durable side of the view counter in PostgreSQL. */
public final class JdbcViewLedger implements ViewLedger {
  private static final String QUARANTINED = "SELECT count(*) FROM view_quarantine";

  private final Database database;
  private final StoredShardCount shardCount;

  /** The ledger of this database. */
  public JdbcViewLedger(Database database) {
    this.database = database;
    this.shardCount = new StoredShardCount(database);
  }

  @Override
  public Sharding shards() {
    return shardCount.shards();
  }

  @Override
  public void register(WriterId writer, DeliveryPath via, Collection<Shard> shards) {
    database
        .work()
        .transaction(connection -> new WriterRows(connection).register(writer, via, shards));
  }

  @Override
  public Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    return database.work().run(connection -> new WriterRows(connection).take(counted));
  }

  @Override
  public AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
    return database
        .work()
        .run(
            connection -> new ShardPosting(connection, shard).applied(DeliveryPath.STAGING, named));
  }

  @Override
  public ApplyResult apply(Shard shard, SealedBatch batch) {
    return database
        .work()
        .transaction(
            connection -> {
              var posting = new ShardPosting(connection, shard);
              return posting.holdNow()
                  ? posting.post(DeliveryPath.STAGING, batch)
                  : new ApplyResult(ApplyVerdict.BUSY, 0);
            });
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    var sealed = batch.sealedAt(formedAt);
    return database
        .work()
        .transaction(
            connection -> {
              var posting = new ShardPosting(connection, shard);
              posting.hold();
              var posted = posting.post(DeliveryPath.DIRECT, sealed);
              if (posted.verdict() == ApplyVerdict.OK) {
                new WriterRows(connection).take(movedFrom);
              }
              return posted;
            });
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              new Quarantine(connection, shard).take(segments, why);
              return why;
            });
  }

  /** The number of quarantined batches, for meters: normally 0. */
  public long quarantinedBatches() {
    return database.work().list(QUARANTINED, row -> row.getLong(1)).getFirst();
  }

  @Override
  public RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    return database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, old.shard()).hold();
              return new WriterRows(connection).retire(old, via, kept, next);
            });
  }

  @Override
  public void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              return new WriterRows(connection).remove(shard, writer, applied, silentFor);
            });
  }

  @Override
  public PersistedTotals totals(Collection<UUID> accounts) {
    var shards = shards();
    return database
        .requests()
        .run(connection -> new TotalsQuery(shards).read(connection, accounts));
  }

  @Override
  public List<ShardSnapshot> snapshots(Collection<Shard> shards) {
    return database.requests().run(connection -> ShardSnapshotQuery.read(connection, shards));
  }
}
