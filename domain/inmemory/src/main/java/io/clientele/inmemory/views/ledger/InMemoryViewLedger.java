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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A view ledger in memory, for tests and demos. A batch holds the lock of its shard while it is
 * added, like a transaction; one lock over the whole ledger makes every call atomic.
 */
public final class InMemoryViewLedger implements ViewLedger {
  private static final long WAIT_MILLIS = 2_000;

  private final OutageSwitch backing = new OutageSwitch("view ledger");
  private final Sharding shards;
  private final InstantSource clock;
  private final Map<Shard, LedgerShard> snapshot;
  private final Map<Shard, Semaphore> locks;
  private final List<Quarantined> quarantined = new ArrayList<>();
  private final Map<ApplyVerdict, Long> answered = new HashMap<>();

  /** The batches that one call put into quarantine. */
  public record Quarantined(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    public Quarantined {
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
    this.locks = shards.all().stream().collect(Collectors.toMap(s -> s, s -> new Semaphore(1)));
  }

  @Override
  public Sharding shards() {
    return shards;
  }

  @Override
  public synchronized void register(WriterId writer, DeliveryPath via, Collection<Shard> at) {
    backing.require();
    at.forEach(shard -> of(shard).register(writer, via, clock.instant()));
  }

  @Override
  public synchronized Map<Shard, Offset> heartbeat(Collection<WriterCounts> counted) {
    backing.require();
    var marks = new HashMap<Shard, Offset>();
    for (var of : counted) {
      of(of.shard()).take(of, clock.instant()).ifPresent(mark -> marks.put(of.shard(), mark));
    }
    return marks;
  }

  @Override
  public synchronized AppliedOffsets applied(Shard shard, Collection<WriterId> named) {
    backing.require();
    return of(shard).applied(DeliveryPath.STAGING, named);
  }

  @Override
  public ApplyResult apply(Shard shard, SealedBatch batch) {
    backing.require();
    var lock = of(locks, shard);
    if (!lock.tryAcquire()) {
      return answer(new ApplyResult(ApplyVerdict.BUSY, 0));
    }
    try {
      return answer(post(shard, DeliveryPath.STAGING, batch));
    } finally {
      lock.release();
    }
  }

  @Override
  public ApplyResult applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<WriterCounts> movedFrom) {
    backing.require();
    var from = new Offset(batch.from() - 1, batch.to().views() - batch.counts().total());
    var spans = Map.of(batch.writer(), new OffsetRange(from, batch.to()));
    var lock = of(locks, shard);
    await(lock);
    try {
      return answer(post(shard, new SealedBatch(spans, batch.counts(), formedAt), movedFrom));
    } finally {
      lock.release();
    }
  }

  @Override
  public synchronized void quarantine(Shard shard, List<SealedBatch> segments, ApplyVerdict why) {
    backing.require();
    quarantined.add(new Quarantined(shard, segments, why));
    segments.forEach(of(shard)::raiseAccepted);
  }

  @Override
  public synchronized RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next) {
    backing.require();
    return of(old.shard()).retire(old, via, kept, next, clock.instant());
  }

  @Override
  public synchronized void remove(
      Shard shard, WriterId writer, Offset applied, Duration silentFor) {
    backing.require();
    of(shard).remove(writer, applied, clock.instant().minus(silentFor));
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
    var lock = of(locks, shard);
    await(lock);
    try {
      action.run();
    } finally {
      lock.release();
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
      movedFrom.forEach(of -> of(of.shard()).take(of, clock.instant()));
    }
    return posting;
  }

  private synchronized ApplyResult answer(ApplyResult posting) {
    answered.merge(posting.verdict(), 1L, Long::sum);
    return posting;
  }

  private LedgerShard of(Shard shard) {
    return of(snapshot, shard);
  }

  private static <T> T of(Map<Shard, T> each, Shard shard) {
    return Objects.requireNonNull(each.get(shard), () -> "no such shard: " + shard);
  }

  private Map<Shard, AppliedOffsets> applied(List<Shard> asked, DeliveryPath via) {
    return asked.stream().collect(Collectors.toMap(shard -> shard, each -> of(each).applied(via)));
  }

  private static void await(Semaphore lock) {
    try {
      if (!lock.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new PortUnavailable("view ledger", new TimeoutException("the shard is held"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("view ledger", e);
    }
  }
}
