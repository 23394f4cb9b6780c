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
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.kernel.internal.OutageSwitch;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Staged views in memory, each shard under a lock of its own; for tests and demos. */
public final class InMemoryViewStaging implements ViewStaging {
  private final OutageSwitch backing = new OutageSwitch("view staging");
  private final Map<Shard, StagingShard> shards = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final LongSupplier nanos;

  /** Empty, by the machine's clocks. */
  public InMemoryViewStaging() {
    this(InstantSource.system(), System::nanoTime);
  }

  /**
   * Empty, by these clocks.
   *
   * @param clock says when a batch is sealed
   * @param nanos never goes back, and tells how long ago a shard was thrown away
   */
  public InMemoryViewStaging(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public AddResult add(Shard shard, ViewBatch batch) {
    return of(shard).step(state -> adding(state, batch));
  }

  @Override
  public void seal(Shard shard) {
    of(shard).change(state -> state.seal(clock.instant()));
  }

  @Override
  public NextBatch read(Shard shard, AppliedOffsets applied) {
    return of(shard).step(state -> state.read(applied));
  }

  @Override
  public ResetResult reset(Shard shard, AppliedOffsets applied) {
    return of(shard).reset(state -> state.reset(applied));
  }

  @Override
  public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
    return of(shard).reset(state -> state.resetNow(applied, refused));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return of(shard).state().segments(clock.instant());
  }

  @Override
  public Offset seen(Shard shard, WriterId writer) {
    return of(shard).state().seen().getOrDefault(writer, Offset.START);
  }

  @Override
  public void removed(Shard shard, WriterId writer, Offset at) {
    of(shard).change(state -> state.removed(writer, at));
  }

  @Override
  public void forget(Shard shard, WriterId writer, Offset upTo) {
    of(shard).change(state -> state.forget(writer, upTo));
  }

  @Override
  public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
    return of(shard).pending(applied, accounts);
  }

  @Override
  public StagingSnapshot sums(Shard shard, AppliedOffsets applied) {
    return of(shard).state().sums(applied);
  }

  /** All that is staged of a shard, for a test that looks inside, or keeps a snapshot. */
  public StagingState state(Shard shard) {
    return of(shard).state();
  }

  /** Puts a shard into another state, as a fast side does that goes back to a snapshot. */
  public void restore(Shard shard, StagingState state) {
    of(shard).change(before -> state);
  }

  /** Forgets everything, as a fast side does that starts empty. */
  public void wipe() {
    shards.clear();
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  private StagingShard of(Shard shard) {
    backing.require();
    return shards.computeIfAbsent(shard, number -> new StagingShard(nanos));
  }

  private StagingState.Step<AddResult> adding(StagingState state, ViewBatch batch) {
    var step = state.add(batch);
    return step.answer().kind() == AddResult.Kind.OK
            && state.open().size() + batch.counts().size() > SealedBatch.ACCOUNTS_MAX
        ? state.seal(clock.instant()).add(batch)
        : step;
  }
}
