package io.clientele.testkit;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Persisted;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Retirement;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.Span;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A ledger in memory, for tests and demos. Each shard has a lock that a batch holds while it is
 * added, as a transaction would; one lock over all of it makes every call one instant.
 */
public final class InMemoryViewLedger implements ViewLedger {
  private static final long WAIT_MILLIS = 2_000;

  private final Backing backing = new Backing("view ledger");
  private final Shards shards;
  private final InstantSource clock;
  private final Map<Shard, LedgerShard> books;
  private final Map<Shard, Semaphore> locks;
  private final List<Quarantined> quarantined = new ArrayList<>();
  private final Map<Verdict, Long> answered = new HashMap<>();

  /** What was put into quarantine by one call. */
  public record Quarantined(Shard shard, List<SealedBatch> segments, Verdict why) {
    public Quarantined {
      segments = List.copyOf(segments);
    }
  }

  /** An empty ledger of so many shards, by the machine's clock. */
  public InMemoryViewLedger(Shards shards) {
    this(shards, InstantSource.system());
  }

  /** An empty ledger of so many shards, by this clock. */
  public InMemoryViewLedger(Shards shards, InstantSource clock) {
    this.shards = shards;
    this.clock = clock;
    this.books = shards.all().stream().collect(Collectors.toMap(s -> s, LedgerShard::new));
    this.locks = shards.all().stream().collect(Collectors.toMap(s -> s, s -> new Semaphore(1)));
  }

  @Override
  public Shards shards() {
    return shards;
  }

  @Override
  public synchronized void register(WriterId writer, Via via, Collection<Shard> at) {
    backing.require();
    at.forEach(shard -> of(shard).register(writer, via, clock.instant()));
  }

  @Override
  public synchronized Map<Shard, Mark> heartbeat(Collection<Counted> counted) {
    backing.require();
    var marks = new HashMap<Shard, Mark>();
    for (var of : counted) {
      of(of.shard()).take(of, clock.instant()).ifPresent(mark -> marks.put(of.shard(), mark));
    }
    return marks;
  }

  @Override
  public synchronized Applied applied(Shard shard) {
    backing.require();
    return of(shard).applied(Via.STAGING);
  }

  @Override
  public Posting apply(Shard shard, SealedBatch batch) {
    backing.require();
    var lock = lockOf(shard);
    if (!lock.tryAcquire()) {
      return answer(new Posting(Verdict.BUSY, 0));
    }
    try {
      return answer(post(shard, Via.STAGING, batch));
    } finally {
      lock.release();
    }
  }

  @Override
  public Posting applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<Counted> movedFrom) {
    backing.require();
    var from = new Mark(batch.from() - 1, batch.to().views() - batch.counts().total());
    var spans = Map.of(batch.writer(), new Span(from, batch.to()));
    var lock = lockOf(shard);
    await(lock);
    try {
      return answer(post(shard, new SealedBatch(spans, batch.counts(), formedAt), movedFrom));
    } finally {
      lock.release();
    }
  }

  @Override
  public synchronized void quarantine(Shard shard, List<SealedBatch> segments, Verdict why) {
    backing.require();
    quarantined.add(new Quarantined(shard, segments, why));
    segments.forEach(of(shard)::raiseAccepted);
  }

  @Override
  public synchronized Retirement retire(Counted old, Via via, Mark base, WriterId next) {
    backing.require();
    return of(old.shard()).retire(old, via, base, next, clock.instant());
  }

  @Override
  public synchronized void remove(Shard shard, WriterId writer, Mark applied, Duration silentFor) {
    backing.require();
    of(shard).remove(writer, applied, clock.instant().minus(silentFor));
  }

  @Override
  public synchronized Persisted totals(Collection<AccountId> accounts) {
    backing.require();
    var asked = accounts.stream().map(shards::of).distinct().toList();
    return new Persisted(
        accounts.stream().distinct().collect(Collectors.toMap(id -> id, this::total)),
        perShard(asked, shard -> of(shard).applied(Via.STAGING)),
        perShard(asked, shard -> of(shard).applied(Via.DIRECT)));
  }

  @Override
  public synchronized List<ShardBooks> books(Collection<Shard> of) {
    backing.require();
    return of.stream().map(shard -> of(shard).books(clock.instant())).toList();
  }

  /** The persisted views of an account, as {@link InMemoryAccounts} sorts by them. */
  public synchronized long viewsOf(AccountId id) {
    backing.require();
    return total(id);
  }

  /** Adds up the persisted views of accounts whose batches were sealed within this time. */
  synchronized void addTo(Map<AccountId, Long> views, Instant from, Instant to) {
    backing.require();
    books.values().forEach(shard -> shard.addTo(views, from, to));
  }

  /** Everything that was ever put into quarantine, oldest first. */
  public synchronized List<Quarantined> quarantined() {
    return List.copyOf(quarantined);
  }

  /** How many batches were answered so. */
  public synchronized long answered(Verdict verdict) {
    return answered.getOrDefault(verdict, 0L);
  }

  /** Runs this while the shard is held, as by another instance's transaction. */
  public void whileHeld(Shard shard, Runnable action) {
    var lock = lockOf(shard);
    await(lock);
    try {
      action.run();
    } finally {
      lock.release();
    }
  }

  /** From now on every call throws {@link PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  private synchronized Posting post(Shard shard, Via via, SealedBatch batch) {
    return of(shard).post(via, batch);
  }

  private synchronized Posting post(Shard shard, SealedBatch batch, Collection<Counted> movedFrom) {
    var posting = post(shard, Via.DIRECT, batch);
    if (posting.verdict() == Verdict.OK) {
      movedFrom.forEach(of -> of(of.shard()).take(of, clock.instant()));
    }
    return posting;
  }

  private synchronized Posting answer(Posting posting) {
    answered.merge(posting.verdict(), 1L, Long::sum);
    return posting;
  }

  private long total(AccountId id) {
    return of(shards.of(id)).total(id);
  }

  private LedgerShard of(Shard shard) {
    return Objects.requireNonNull(books.get(shard), () -> "no such shard: " + shard);
  }

  private Semaphore lockOf(Shard shard) {
    return Objects.requireNonNull(locks.get(shard), () -> "no such shard: " + shard);
  }

  private static Map<Shard, Applied> perShard(
      Collection<Shard> shards, Function<Shard, Applied> applied) {
    return shards.stream().collect(Collectors.toMap(shard -> shard, applied));
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
