package io.clientele.cache;

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
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Another staging, behind a {@link Guard}: when that one is away its callers hear so at once. */
public final class GuardedViewStaging implements ViewStaging {
  private final ViewStaging guarded;
  private final Guard guard;

  /** Where this process sealed last, for the trace of whoever takes what was sealed. */
  private final Map<Shard, SpanContext> sealings = new ConcurrentHashMap<>();

  /** Lets every step pass through the guard. */
  public GuardedViewStaging(ViewStaging guarded, Guard guard) {
    this.guarded = guarded;
    this.guard = guard;
  }

  @Override
  public Added add(Shard shard, ViewBatch batch) {
    return guard.pass("add", () -> guarded.add(shard, batch));
  }

  @Override
  public void seal(Shard shard) {
    pass("seal", () -> guarded.seal(shard));
    sealings.putIfAbsent(shard, Span.current().getSpanContext());
  }

  @Override
  public Head read(Shard shard, Applied applied) {
    var head = guard.pass("read", () -> guarded.read(shard, applied));
    if (head instanceof Head.Nothing) {
      sealings.remove(shard);
    } else {
      linkToSealing(shard);
    }
    return head;
  }

  @Override
  public Reset reset(Shard shard, Applied applied) {
    return guard.pass("reset", () -> guarded.reset(shard, applied));
  }

  @Override
  public Reset resetNow(Shard shard, Applied applied, Head refused) {
    return guard.pass("reset-now", () -> guarded.resetNow(shard, applied, refused));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return guard.pass("segments", () -> guarded.segments(shard));
  }

  @Override
  public Mark seen(Shard shard, WriterId writer) {
    return guard.pass("seen", () -> guarded.seen(shard, writer));
  }

  @Override
  public void forget(Shard shard, WriterId writer) {
    pass("forget", () -> guarded.forget(shard, writer));
  }

  @Override
  public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
    return guard.pass("pending", () -> guarded.pending(shard, applied, accounts));
  }

  @Override
  public StagedSums sums(Shard shard, Applied applied) {
    return guard.pass("sums", () -> guarded.sums(shard, applied));
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
