package io.clientele.application.views.simulation;

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
import io.clientele.domain.views.staging.StagingState.Step;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The domain's rules behind a network, in a store that can go back: to a copy, to nothing, or to
 * another branch of its history.
 */
final class SimulatedStaging implements ViewStaging {
  private static final int COPIES_MAX = 3;
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final FaultyNetwork network;
  private final StoreRules rules;
  private final LongSupplier nanoTime;
  private final Runnable onDiscard;
  private final List<Map<Shard, Stored>> copies = new ArrayList<>();
  private Map<Shard, Stored> shards = new HashMap<>();

  SimulatedStaging(
      FaultyNetwork network, StoreRules rules, LongSupplier nanoTime, Runnable onDiscard) {
    this.network = network;
    this.rules = rules;
    this.nanoTime = nanoTime;
    this.onDiscard = onDiscard;
  }

  /** The time of the last reset is stored too, and goes back with the data; 0 for never. */
  private record Stored(StagingState views, long resetAt) {
    static final Stored NOTHING = new Stored(StagingState.EMPTY, 0);
  }

  void copy(Random random) {
    if (copies.size() < COPIES_MAX) {
      copies.add(Map.copyOf(shards));
    } else {
      copies.set(random.nextInt(COPIES_MAX), Map.copyOf(shards));
    }
  }

  /** Goes back to a copy and keeps one of the present, so both branches can continue. */
  void fork(Random random) {
    var before = Map.copyOf(shards);
    goBack(random);
    copies.add(before);
  }

  void goBack(Random random) {
    shards =
        copies.isEmpty()
            ? new HashMap<>()
            : new HashMap<>(copies.remove(random.nextInt(copies.size())));
  }

  void wipe() {
    shards = new HashMap<>();
  }

  /** Returns the staged views of an account beyond these offsets, without the faulty network. */
  long holds(Shard shard, AppliedOffsets applied, UUID id) {
    return stored(shard).views().pending(applied, id);
  }

  @Override
  public AddResult add(Shard shard, ViewBatch batch) {
    return send(shard, state -> rules.add(state, batch));
  }

  @Override
  public void seal(Shard shard) {
    send(shard, state -> new Step<>(rules.seal(state, Instant.EPOCH), true));
  }

  @Override
  public NextBatch read(Shard shard, AppliedOffsets applied) {
    return send(shard, state -> rules.read(state, applied));
  }

  @Override
  public ResetResult reset(Shard shard, AppliedOffsets applied) {
    return network.send(() -> resetting(shard, state -> rules.reset(state, applied)));
  }

  @Override
  public ResetResult resetNow(Shard shard, AppliedOffsets applied, NextBatch refused) {
    return network.send(
        () -> {
          var reset = resetting(shard, state -> rules.resetNow(state, applied, refused));
          if (reset == ResetResult.DISCARDED) {
            onDiscard.run();
          }
          return reset;
        });
  }

  @Override
  public List<SealedBatch> segments(Shard shard) {
    return look(shard, stored -> stored.views().segments(Instant.EPOCH));
  }

  @Override
  public Offset seen(Shard shard, WriterId writer) {
    return look(shard, stored -> stored.views().seen().getOrDefault(writer, Offset.START));
  }

  @Override
  public void removed(Shard shard, WriterId writer, Offset at) {
    send(shard, state -> new Step<>(rules.removed(state, writer, at), true));
  }

  @Override
  public void forget(Shard shard, WriterId writer, Offset upTo) {
    send(shard, state -> new Step<>(rules.forget(state, writer, upTo), true));
  }

  @Override
  public PendingViews pending(Shard shard, AppliedOffsets applied, Collection<UUID> accounts) {
    return look(
        shard,
        stored ->
            new PendingViews(
                accounts.stream()
                    .collect(Collectors.toMap(id -> id, id -> stored.views().pending(applied, id))),
                rules.standing(stored.views(), applied),
                sinceReset(stored)));
  }

  @Override
  public StagingSnapshot snapshot(Shard shard, AppliedOffsets applied) {
    return look(shard, stored -> stored.views().snapshot(applied));
  }

  private Duration sinceReset(Stored stored) {
    return stored.resetAt() == 0
        ? NEVER
        : Duration.ofNanos(nanoTime.getAsLong() - stored.resetAt());
  }

  private ResetResult resetting(Shard shard, Function<StagingState, Step<ResetResult>> rule) {
    var before = stored(shard);
    var step = rule.apply(before.views());
    var at = step.answer() == ResetResult.DISCARDED ? nanoTime.getAsLong() : before.resetAt();
    shards.put(shard, new Stored(step.next(), at));
    return step.answer();
  }

  private <T> T look(Shard shard, Function<Stored, T> question) {
    return network.ask(() -> question.apply(stored(shard)));
  }

  private <T> T send(Shard shard, Function<StagingState, Step<T>> rule) {
    return network.send(
        () -> {
          var before = stored(shard);
          var step = rule.apply(before.views());
          shards.put(shard, new Stored(step.next(), before.resetAt()));
          return step.answer();
        });
  }

  private Stored stored(Shard shard) {
    return shards.getOrDefault(shard, Stored.NOTHING);
  }
}
