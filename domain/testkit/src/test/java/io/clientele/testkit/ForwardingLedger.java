package io.clientele.testkit;

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

/** A right ledger, for a subclass to break. */
class ForwardingLedger implements ViewLedger {
  final InMemoryViewLedger inner;

  ForwardingLedger(InMemoryViewLedger inner) {
    this.inner = inner;
  }

  @Override
  public Shards shards() {
    return inner.shards();
  }

  @Override
  public void register(WriterId writer, Via via, Collection<Shard> shards) {
    inner.register(writer, via, shards);
  }

  @Override
  public Map<Shard, Mark> heartbeat(Collection<Counted> counted) {
    return inner.heartbeat(counted);
  }

  @Override
  public Applied applied(Shard shard) {
    return inner.applied(shard);
  }

  @Override
  public Posting apply(Shard shard, SealedBatch batch) {
    return inner.apply(shard, batch);
  }

  @Override
  public Posting applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<Counted> movedFrom) {
    return inner.applyDirect(shard, batch, formedAt, movedFrom);
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, Verdict why) {
    inner.quarantine(shard, segments, why);
  }

  @Override
  public Retirement retire(Counted old, Via via, Mark base, WriterId next) {
    return inner.retire(old, via, base, next);
  }

  @Override
  public void remove(Shard shard, WriterId writer, Mark applied, Duration silentFor) {
    inner.remove(shard, writer, applied, silentFor);
  }

  @Override
  public Persisted totals(Collection<AccountId> accounts) {
    return inner.totals(accounts);
  }

  @Override
  public List<ShardBooks> books(Collection<Shard> shards) {
    return inner.books(shards);
  }
}
