package io.clientele.application.views.simulation;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.PersistedTotals;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A ledger behind a network. A transaction whose end arrives late locks its shard until then. A
 * rollback repeats all changes up to the chosen one.
 */
final class SimulatedLedger implements ViewLedger {
  private final Sharding shards;
  private final FaultyNetwork network;
  private final StoreRules rules;
  private final InstantSource clock;
  private final List<Done> done = new ArrayList<>();
  private final Set<Shard> held = new HashSet<>();
  private InMemoryViewLedger durable;
  private Instant doingAgainAt = Instant.MIN;

  SimulatedLedger(Sharding shards, FaultyNetwork network, StoreRules rules, InstantSource clock) {
    this.shards = shards;
    this.network = network;
    this.rules = rules;
    this.clock = clock;
    this.durable = new InMemoryViewLedger(shards, this::now);
  }

  /** One change and its time. */
  private record Done(Instant at, Function<ViewLedger, ?> change) {}

  /** Goes back by this many changes; uncommitted changes are rolled back. */
  void goBack(int changes) {
    network.drop();
    held.clear();
    var kept = List.copyOf(done.subList(0, Math.max(0, done.size() - changes)));
    done.clear();
    durable = new InMemoryViewLedger(shards, this::now);
    for (var each : kept) {
      doingAgainAt = each.at();
      change(each.change());
    }
    doingAgainAt = Instant.MIN;
  }

  int changes() {
    return done.size();
  }

  /** Returns the stored ledger, without the faulty network. */
  InMemoryViewLedger durable() {
    return durable;
  }

  @Override
  public Sharding shards() {
    return shards;
  }

  @Override
  public void register(WriterId writer, DeliveryPath via, Collection<Shard> at) {
    network.ask(
        () ->
            change(
                ledger -> {
                  ledger.register(writer, via, at);
                  return true;
                }));
  }

  @Override
  public Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    return network.ask(() -> change(ledger -> ledger.heartbeat(counted)));
  }

  @Override
  public AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
    return network.ask(() -> durable.applied(shard, named));
  }

  @Override
  public ApplyResult apply(Shard shard, SealedBatch batch) {
    return write(
        shard,
        () -> new ApplyResult(ApplyVerdict.BUSY, 0),
        ledger -> rules.apply(ledger, shard, batch));
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    return write(shard, ledger -> ledger.applyDirect(shard, batch, formedAt, movedFrom));
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    write(
        shard,
        ledger -> {
          ledger.quarantine(shard, segments, why);
          return true;
        });
  }

  @Override
  public RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    return write(old.shard(), ledger -> rules.retire(ledger, old, via, kept, next));
  }

  @Override
  public void remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    write(
        shard,
        ledger -> {
          ledger.remove(shard, writer, applied, silentFor);
          return true;
        });
  }

  @Override
  public PersistedTotals totals(Collection<UUID> accounts) {
    return network.ask(() -> durable.totals(accounts));
  }

  @Override
  public List<ShardSnapshot> snapshots(Collection<Shard> of) {
    return network.ask(() -> durable.snapshots(of));
  }

  private <T> T write(Shard shard, Function<ViewLedger, T> change) {
    return write(
        shard,
        () -> {
          throw network.away("the shard is held");
        },
        change);
  }

  private <T> T write(Shard shard, Supplier<T> whenHeld, Function<ViewLedger, T> change) {
    return network.ask(
        () -> {
          if (held.contains(shard)) {
            return whenHeld.get();
          }
          if (network.isLate()) {
            held.add(shard);
            network.later(
                () -> {
                  held.remove(shard);
                  change(change);
                });
            throw network.away("the commit is late");
          }
          return change(change);
        });
  }

  private <T> T change(Function<ViewLedger, T> change) {
    done.add(new Done(now(), change));
    return change.apply(durable);
  }

  private Instant now() {
    return doingAgainAt.equals(Instant.MIN) ? clock.instant() : doingAgainAt;
  }
}
