package io.clientele.testkit.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A right staging, for a subclass to break. */
class ForwardingStaging implements ViewStaging {
  final InMemoryViewStaging inner;

  ForwardingStaging(InMemoryViewStaging inner) {
    this.inner = inner;
  }

  @Override
  public AddResult add(Shard shard, ViewBatch batch) {
    return inner.add(shard, batch);
  }

  @Override
  public void seal(Shard shard) {
    inner.seal(shard);
  }

  @Override
  public NextBatch read(Shard shard, AppliedOffsets applied) {
    return inner.read(shard, applied);
  }

  @Override
  public ResetResult reset(Shard shard, AppliedOffsets applied) {
    return inner.reset(shard, applied);
  }

  @Override
  public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
    return inner.resetNow(shard, applied, refused);
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return inner.segments(shard);
  }

  @Override
  public Offset seen(Shard shard, WriterId writer) {
    return inner.seen(shard, writer);
  }

  @Override
  public void removed(Shard shard, WriterId writer, Offset at) {
    inner.removed(shard, writer, at);
  }

  @Override
  public void forget(Shard shard, WriterId writer, Offset upTo) {
    inner.forget(shard, writer, upTo);
  }

  @Override
  public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
    return inner.pending(shard, applied, accounts);
  }

  @Override
  public StagingSnapshot snapshot(Shard shard, AppliedOffsets applied) {
    return inner.snapshot(shard, applied);
  }
}
