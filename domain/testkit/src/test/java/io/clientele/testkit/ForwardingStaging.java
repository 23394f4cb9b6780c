package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Added;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Head;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Pending;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.StagedSums;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
import java.util.Collection;
import java.util.List;

/** A right staging, for a subclass to break. */
class ForwardingStaging implements ViewStaging {
  final InMemoryViewStaging inner;

  ForwardingStaging(InMemoryViewStaging inner) {
    this.inner = inner;
  }

  @Override
  public Added add(Shard shard, ViewBatch batch) {
    return inner.add(shard, batch);
  }

  @Override
  public void seal(Shard shard) {
    inner.seal(shard);
  }

  @Override
  public Head read(Shard shard, Applied applied) {
    return inner.read(shard, applied);
  }

  @Override
  public Reset reset(Shard shard, Applied applied) {
    return inner.reset(shard, applied);
  }

  @Override
  public Reset resetNow(Shard shard, Applied applied, Head refused) {
    return inner.resetNow(shard, applied, refused);
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return inner.segments(shard);
  }

  @Override
  public Mark seen(Shard shard, WriterId writer) {
    return inner.seen(shard, writer);
  }

  @Override
  public void forget(Shard shard, WriterId writer) {
    inner.forget(shard, writer);
  }

  @Override
  public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
    return inner.pending(shard, applied, accounts);
  }

  @Override
  public StagedSums sums(Shard shard, Applied applied) {
    return inner.sums(shard, applied);
  }
}
