package io.clientele.testkit.views.ledger;

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
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A right ledger, for a subclass to break. */
class ForwardingLedger implements ViewLedger {
  final InMemoryViewLedger inner;

  ForwardingLedger(InMemoryViewLedger inner) {
    this.inner = inner;
  }

  @Override
  public Sharding shards() {
    return inner.shards();
  }

  @Override
  public void register(WriterId writer, DeliveryPath via, Collection<Shard> shards) {
    inner.register(writer, via, shards);
  }

  @Override
  public Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    return inner.heartbeat(counted);
  }

  @Override
  public AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
    return inner.applied(shard, named);
  }

  @Override
  public ApplyResult apply(Shard shard, SealedBatch batch) {
    return inner.apply(shard, batch);
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    return inner.applyDirect(shard, batch, formedAt, movedFrom);
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    inner.quarantine(shard, segments, why);
  }

  @Override
  public RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    return inner.retire(old, via, kept, next);
  }

  @Override
  public void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    inner.remove(shard, writer, applied, silentFor);
  }

  @Override
  public PersistedTotals totals(Collection<UUID> accounts) {
    return inner.totals(accounts);
  }

  @Override
  public List<ShardSnapshot> snapshots(Collection<Shard> shards) {
    return inner.snapshots(shards);
  }
}
