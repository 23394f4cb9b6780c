package io.clientele.cache.views;

import io.clientele.cache.GuardedCalls;
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
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A staging behind {@link GuardedCalls}: during an outage its calls fail at once. */
public final class GuardedViewStaging implements ViewStaging {
  private final ViewStaging guarded;
  private final GuardedCalls guard;

  /** The span of this process's last seal of each shard, which the trace of the flush links to. */
  private final Map<Shard, SpanContext> sealings = new ConcurrentHashMap<>();

  /** Lets every step pass through the guard. */
  public GuardedViewStaging(ViewStaging guarded, GuardedCalls guard) {
    this.guarded = guarded;
    this.guard = guard;
  }

  @Override
  public AddResult add(Shard shard, ViewBatch batch) {
    return guard.pass("add", () -> guarded.add(shard, batch));
  }

  @Override
  public void seal(Shard shard) {
    pass("seal", () -> guarded.seal(shard));
    sealings.putIfAbsent(shard, Span.current().getSpanContext());
  }

  @Override
  public NextBatch read(Shard shard, AppliedOffsets applied) {
    var head = guard.pass("read", () -> guarded.read(shard, applied));
    if (head instanceof NextBatch.Nothing) {
      sealings.remove(shard);
    } else {
      linkToSealing(shard);
    }
    return head;
  }

  @Override
  public ResetResult reset(Shard shard, AppliedOffsets applied) {
    return guard.pass("reset", () -> guarded.reset(shard, applied));
  }

  @Override
  public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
    return guard.pass("reset-now", () -> guarded.resetNow(shard, applied, refused));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return guard.pass("segments", () -> guarded.segments(shard));
  }

  @Override
  public Offset seen(Shard shard, WriterId writer) {
    return guard.pass("seen", () -> guarded.seen(shard, writer));
  }

  @Override
  public void removed(Shard shard, WriterId writer, Offset at) {
    pass("removed", () -> guarded.removed(shard, writer, at));
  }

  @Override
  public void forget(Shard shard, WriterId writer, Offset upTo) {
    pass("forget", () -> guarded.forget(shard, writer, upTo));
  }

  @Override
  public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
    return guard.pass("pending", () -> guarded.pending(shard, applied, accounts));
  }

  @Override
  public StagingSnapshot snapshot(Shard shard, AppliedOffsets applied) {
    return guard.pass("snapshot", () -> guarded.snapshot(shard, applied));
  }

  /** A flush that was cut short leaves what it sealed to the next one. */
  private void linkToSealing(Shard shard) {
    var sealing = sealings.get(shard);
    var now = Span.current();
    if (sealing != null
        && sealing.isSampled()
        && !sealing.getTraceId().equals(now.getSpanContext().getTraceId())) {
      now.addLink(sealing);
    }
  }

  private void pass(String step, Runnable task) {
    Supplier<Object> counted =
        () -> {
          task.run();
          return step;
        };
    guard.pass(step, counted);
  }
}
