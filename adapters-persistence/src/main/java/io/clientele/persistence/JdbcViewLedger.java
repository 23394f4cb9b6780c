package io.clientele.persistence;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Persisted;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Retirement;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.Span;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
  public Shards shards() {
    return shardCount.shards();
  }

  @Override
  public void register(WriterId writer, Via via, Collection<Shard> shards) {
    database.work().run(connection -> new WriterRows(connection).register(writer, via, shards));
  }

  @Override
  public Map<Shard, Mark> heartbeat(Collection<Counted> counted) {
    return database.work().run(connection -> new WriterRows(connection).take(counted));
  }

  @Override
  public Applied applied(Shard shard) {
    return database
        .work()
        .run(connection -> new ShardPosting(connection, shard).applied(Via.STAGING));
  }

  @Override
  public Posting apply(Shard shard, SealedBatch batch) {
    return database
        .work()
        .transaction(
            connection -> {
              var posting = new ShardPosting(connection, shard);
              return posting.holdNow()
                  ? posting.post(Via.STAGING, batch)
                  : new Posting(Verdict.BUSY, 0);
            });
  }

  @Override
  public Posting applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<Counted> movedFrom) {
    var from = new Mark(batch.from() - 1, batch.to().views() - batch.counts().total());
    var spans = Map.of(batch.writer(), new Span(from, batch.to()));
    var sealed = new SealedBatch(spans, batch.counts(), formedAt);
    return database
        .work()
        .transaction(
            connection -> {
              var posting = new ShardPosting(connection, shard);
              posting.hold();
              var posted = posting.post(Via.DIRECT, sealed);
              if (posted.verdict() == Verdict.OK) {
                new WriterRows(connection).take(movedFrom);
              }
              return posted;
            });
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, Verdict why) {
    database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              new Quarantine(connection, shard).take(segments, why);
              return why;
            });
  }

  /** How many batches are set aside, for meters: normally none. */
  public long quarantinedBatches() {
    return database.work().list(QUARANTINED, row -> row.getLong(1)).getFirst();
  }

  @Override
  public Retirement retire(Counted old, Via via, Mark base, WriterId next) {
    return database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, old.shard()).hold();
              return new WriterRows(connection).retire(old, via, base, next);
            });
  }

  @Override
  public void remove(Shard shard, WriterId writer, Mark applied, Duration silentFor) {
    database
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              return new WriterRows(connection).remove(shard, writer, applied, silentFor);
            });
  }

  @Override
  public Persisted totals(Collection<AccountId> accounts) {
    var shards = shards();
    return database.requests().run(connection -> new Totals(shards).read(connection, accounts));
  }

  @Override
  public List<ShardBooks> books(Collection<Shard> shards) {
    return database.requests().run(connection -> Books.read(connection, shards));
  }
}
