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
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Staged views in memory, each shard under a lock of its own; for tests and demos. */
public final class InMemoryViewStaging implements ViewStaging {
  private final Backing backing = new Backing("view staging");
  private final Map<Shard, StagedShard> shards = new ConcurrentHashMap<>();
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
  public Added add(Shard shard, ViewBatch batch) {
    return of(shard).step(state -> adding(state, batch));
  }

  @Override
  public void seal(Shard shard) {
    of(shard).change(state -> state.seal(clock.instant()));
  }

  @Override
  public Head read(Shard shard, Applied applied) {
    return of(shard).step(state -> state.read(applied));
  }

  @Override
  public Reset reset(Shard shard, Applied applied) {
    return of(shard).reset(state -> state.reset(applied));
  }

  @Override
  public Reset resetNow(Shard shard, Applied applied, Head refused) {
    return of(shard).reset(state -> state.resetNow(applied, refused));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return of(shard).state().segments(clock.instant());
  }

  @Override
  public Mark seen(Shard shard, WriterId writer) {
    return of(shard).state().seen().getOrDefault(writer, Mark.START);
  }

  @Override
  public void forget(Shard shard, WriterId writer) {
    of(shard).change(state -> state.forget(writer));
  }

  @Override
  public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
    return of(shard).pending(applied, accounts);
  }

  @Override
  public StagedSums sums(Shard shard, Applied applied) {
    return of(shard).state().sums(applied);
  }

  /** All that is staged of a shard, for a test that looks inside, or keeps a snapshot. */
  public StagedViews state(Shard shard) {
    return of(shard).state();
  }

  /** Puts a shard into another state, as a fast side does that goes back to a snapshot. */
  public void restore(Shard shard, StagedViews state) {
    of(shard).change(before -> state);
  }

  /** Forgets everything, as a fast side does that starts empty. */
  public void wipe() {
    shards.clear();
  }

  /** From now on every call throws {@link io.clientele.domain.PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  private StagedShard of(Shard shard) {
    backing.require();
    return shards.computeIfAbsent(shard, number -> new StagedShard(nanos));
  }

  private StagedViews.Step<Added> adding(StagedViews state, ViewBatch batch) {
    var step = state.add(batch);
    return step.answer().kind() == Added.Kind.OK
            && state.open().size() + batch.counts().size() > SealedBatch.ACCOUNTS_MAX
        ? state.seal(clock.instant()).add(batch)
        : step;
  }
}
