package io.clientele.application.views;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The domain's rules for one thread, which can go back to an older state and lose what is said. */
final class SimulatedStaging implements ViewStaging {
  private final Faults faults;
  private final LongSupplier nanoTime;
  private final Map<Shard, Long> resetAt = new HashMap<>();
  private Map<Shard, StagedViews> shards = new HashMap<>();
  private Map<Shard, StagedViews> snapshot = Map.of();

  SimulatedStaging(Faults faults, LongSupplier nanoTime) {
    this.faults = faults;
    this.nanoTime = nanoTime;
  }

  void copy() {
    snapshot = Map.copyOf(shards);
  }

  void goBack() {
    shards = new HashMap<>(snapshot);
  }

  void wipe() {
    shards = new HashMap<>();
  }

  @Override
  public Added add(Shard shard, ViewBatch batch) {
    return step(shard, state -> state.add(batch));
  }

  @Override
  public void seal(Shard shard) {
    step(shard, state -> new StagedViews.Step<>(state.seal(Instant.EPOCH), true));
  }

  @Override
  public Head read(Shard shard, Applied applied) {
    return step(shard, state -> state.read(applied));
  }

  @Override
  public Reset reset(Shard shard, Applied applied) {
    return resetting(shard, state -> state.reset(applied));
  }

  @Override
  public Reset resetNow(Shard shard, Applied applied, Head refused) {
    return resetting(shard, state -> state.resetNow(applied, refused));
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return look(shard, state -> state.segments(Instant.EPOCH));
  }

  @Override
  public Mark seen(Shard shard, WriterId writer) {
    return look(shard, state -> state.seen().getOrDefault(writer, Mark.START));
  }

  @Override
  public void forget(Shard shard, WriterId writer) {
    step(shard, state -> new StagedViews.Step<>(state.forget(writer), true));
  }

  @Override
  public Pending pending(Shard shard, Applied applied, Collection<AccountId> accounts) {
    return look(
        shard,
        state ->
            new Pending(
                accounts.stream()
                    .collect(Collectors.toMap(id -> id, id -> state.pending(applied, id))),
                state.standing(applied),
                sinceReset(shard)));
  }

  @Override
  public StagedSums sums(Shard shard, Applied applied) {
    return look(shard, state -> state.sums(applied));
  }

  private Duration sinceReset(Shard shard) {
    var at = resetAt.get(shard);
    return at == null ? Duration.ofDays(1) : Duration.ofNanos(nanoTime.getAsLong() - at);
  }

  private Reset resetting(Shard shard, Function<StagedViews, StagedViews.Step<Reset>> rule) {
    var reset = step(shard, rule);
    if (reset == Reset.DISCARDED) {
      resetAt.put(shard, nanoTime.getAsLong());
    }
    return reset;
  }

  private <T> T look(Shard shard, Function<StagedViews, T> rule) {
    return step(shard, state -> new StagedViews.Step<>(state, rule.apply(state)));
  }

  private <T> T step(Shard shard, Function<StagedViews, StagedViews.Step<T>> rule) {
    faults.before("view staging");
    var step = rule.apply(shards.getOrDefault(shard, StagedViews.EMPTY));
    shards.put(shard, step.next());
    faults.after("view staging");
    return step.answer();
  }
}
