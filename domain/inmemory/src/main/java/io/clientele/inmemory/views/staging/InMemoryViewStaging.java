package io.clientele.inmemory.views.staging;

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
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Staged views in memory, each shard under its own lock; for tests and demos. */
public final class InMemoryViewStaging implements ViewStaging {
  private final OutageSwitch backing = new OutageSwitch("view staging");
  private final Map<Shard, StagingShard> shards = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final LongSupplier nanos;

  /** Creates an empty staging, by the system clocks. */
  public InMemoryViewStaging() {
    this(InstantSource.system(), System::nanoTime);
  }

  /**
   * Creates an empty staging.
   *
   * @param clock the time at which a batch is sealed
   * @param nanos a monotonic clock, by which the time since a reset is measured
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
  public StagingSnapshot snapshot(Shard shard, AppliedOffsets applied) {
    return of(shard).state().snapshot(applied);
  }

  /** The state of a shard, to inspect it or to keep a snapshot. */
  public StagingState state(Shard shard) {
    return of(shard).state();
  }

  /** Replaces the state of a shard, like a server that is restored from a snapshot. */
  public void restore(Shard shard, StagingState state) {
    of(shard).change(before -> state);
  }

  /** Removes everything, like a server that starts empty. */
  public void wipe() {
    shards.clear();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
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
