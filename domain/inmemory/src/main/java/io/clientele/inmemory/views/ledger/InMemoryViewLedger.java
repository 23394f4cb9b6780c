package io.clientele.inmemory.views.ledger;

import io.clientele.domain.kernel.PortUnavailable;
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
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A view ledger in memory, for tests and demos. A batch holds the lock of its shard while it is
 * added, like a transaction; one lock over the whole ledger makes every call atomic.
 */
public final class InMemoryViewLedger implements ViewLedger {
  private final OutageSwitch backing = new OutageSwitch("view ledger");
  private final Sharding shards;
  private final InstantSource clock;
  private final Map<Shard, LedgerShard> snapshot;
  private final ShardLocks locks;
  private final List<Quarantined> quarantined = new ArrayList<>();
  private final Map<ApplyVerdict, Long> answered = new HashMap<>();

  /** The batches that one call put into quarantine. */
  public record Quarantined(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    public Quarantined {
      Objects.requireNonNull(shard, "shard");
      Objects.requireNonNull(segments, "segments");
      Objects.requireNonNull(why, "why");

      segments = List.copyOf(segments);
    }
  }

  /** Creates an empty ledger of these shards, by the system clock. */
  public InMemoryViewLedger(Sharding shards) {
    this(shards, InstantSource.system());
  }

  /** Creates an empty ledger of these shards, by this clock. */
  public InMemoryViewLedger(Sharding shards, InstantSource clock) {
    this.shards = shards;
    this.clock = clock;
    this.snapshot = shards.all().stream().collect(Collectors.toMap(s -> s, LedgerShard::new));
    this.locks = new ShardLocks(shards);
  }

  @Override
  public Sharding shards() {
    return shards;
  }

  @Override
  public synchronized void register(WriterId writer, DeliveryPath via, Collection<Shard> at) {
    backing.require();
    var now = clock.instant();
    at.forEach(shard -> of(shard).change(rows -> rows.register(writer, via, now)));
  }

  @Override
  public synchronized Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    backing.require();
    var marks = new HashMap<Shard, Offset>();
    for (var of : counted) {
      var offset = take(of);
      if (offset != null) {
        marks.put(of.shard(), offset);
      }
    }
    return marks;
  }

  @Override
  public synchronized AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
    backing.require();
    return of(shard).writers().applied(DeliveryPath.STAGING, named);
  }

  @Override
  public ApplyResult apply(Shard shard, SealedBatch batch) {
    backing.require();
    if (!locks.tryLock(shard)) {
      return answer(new ApplyResult(ApplyVerdict.BUSY, 0));
    }
    try {
      return answer(post(shard, DeliveryPath.STAGING, batch));
    } finally {
      locks.unlock(shard);
    }
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    backing.require();
    locks.lock(shard);
    try {
      return answer(post(shard, batch.sealedAt(formedAt), movedFrom));
    } finally {
      locks.unlock(shard);
    }
  }

  @Override
  public synchronized void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    backing.require();
    quarantined.add(new Quarantined(shard, segments, why));
    segments.forEach(segment -> of(shard).change(rows -> rows.quarantine(segment)));
  }

  @Override
  public synchronized RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    backing.require();
    var shard = of(old.shard());
    var retirement = shard.writers().retire(old, via, kept, next, clock.instant());
    shard.change(rows -> retirement.after());
    return retirement.result();
  }

  @Override
  public synchronized void remove(
      Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    backing.require();
    var silentSince = clock.instant().minus(silentFor);
    of(shard).change(rows -> rows.remove(writer, applied, silentSince));
  }

  @Override
  public synchronized PersistedTotals totals(Collection<UUID> accounts) {
    backing.require();
    var asked = accounts.stream().map(shards::of).distinct().toList();
    return new PersistedTotals(
        accounts.stream()
            .distinct()
            .collect(Collectors.toMap(id -> id, id -> of(shards.of(id)).total(id))),
        applied(asked, DeliveryPath.STAGING),
        applied(asked, DeliveryPath.DIRECT));
  }

  @Override
  public synchronized List<ShardSnapshot> snapshots(Collection<Shard> of) {
    backing.require();
    return of.stream().map(shard -> of(shard).snapshot(clock.instant())).toList();
  }

  /** The persisted views of an account; {@link InMemoryAccounts} can sort by them. */
  public synchronized long viewsOf(UUID id) {
    backing.require();
    return of(shards.of(id)).total(id);
  }

  /** Adds the persisted views of accounts whose batches were sealed within this time. */
  public synchronized void addTo(Map<UUID, Long> views, Instant from, Instant to) {
    backing.require();
    snapshot.values().forEach(shard -> shard.addTo(views, from, to));
  }

  /** All batches that were ever put into quarantine, oldest first. */
  public synchronized List<Quarantined> quarantined() {
    return List.copyOf(quarantined);
  }

  /** The number of batches with this verdict. */
  public synchronized long answered(ApplyVerdict verdict) {
    return answered.getOrDefault(verdict, 0L);
  }

  /** Runs the action while the shard is locked, as by another instance's transaction. */
  public void whileHeld(Shard shard, Runnable action) {
    locks.lock(shard);
    try {
      action.run();
    } finally {
      locks.unlock(shard);
    }
  }

  /** Starts an outage: every call throws {@link PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  private synchronized ApplyResult post(Shard shard, DeliveryPath via, SealedBatch batch) {
    return of(shard).post(via, batch, clock.instant());
  }

  private synchronized ApplyResult post(
      Shard shard, SealedBatch batch, Collection<WriterCounts> movedFrom) {
    var posting = post(shard, DeliveryPath.DIRECT, batch);
    if (posting.verdict() == ApplyVerdict.OK) {
      movedFrom.forEach(this::take);
    }
    return posting;
  }

  /** Stores the counts of a writer and returns its offset; null without a row. */
  private @Nullable Offset take(WriterCounts counted) {
    var shard = of(counted.shard());
    var now = clock.instant();
    shard.change(rows -> rows.heartbeat(counted, now));
    return shard.writers().applied(counted.writer());
  }

  private synchronized ApplyResult answer(ApplyResult posting) {
    answered.merge(posting.verdict(), 1L, Long::sum);
    return posting;
  }

  private LedgerShard of(Shard shard) {
    return Objects.requireNonNull(snapshot.get(shard), () -> "no such shard: " + shard);
  }

  private Map<Shard, AppliedOffsets> applied(List<Shard> asked, DeliveryPath via) {
    return asked.stream()
        .collect(Collectors.toMap(shard -> shard, each -> of(each).writers().applied(via)));
  }
}
