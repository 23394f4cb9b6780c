package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.HoldState;
import io.clientele.domain.ledger.rules.TransferRules;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.HoldFigures;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pockets and the ledger in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryLedger implements Ledger, Pockets {
  private final OutageSwitch backing = new OutageSwitch("the ledger");
  private final LedgerRows rows = new LedgerRows();
  private final InMemoryBookings bookings;
  private final InMemoryChangeStore changes;
  private final InstantSource clock;

  /**
   * Creates a ledger without pockets.
   *
   * @param changes takes the audit entries of pockets and the events of transfers
   */
  public InMemoryLedger(InMemoryChangeStore changes, InstantSource clock) {
    this.changes = changes;
    this.bookings = new InMemoryBookings(rows, changes);
    this.clock = clock;
  }

  @Override
  public synchronized List<Outcome> post(List<Transfer> transfers) {
    var decision = decide(transfers);
    bookings.store(decision);
    return rows.visible(decision.outcomes());
  }

  @Override
  public synchronized List<Outcome> postAll(List<Transfer> transfers) {
    var decision = decide(transfers);
    if (decision.isWhole()) {
      bookings.store(decision);
    }
    return rows.visible(decision.outcomes());
  }

  @Override
  public synchronized List<Outcome> rehearse(List<Transfer> transfers) {
    return rows.visible(decide(transfers).outcomes());
  }

  private Decision decide(List<Transfer> transfers) {
    backing.require();
    return TransferRules.apply(rows.state(now()), transfers);
  }

  @Override
  public synchronized Map<TransferId, BookedTransfer> find(Collection<TransferId> ids) {
    backing.require();
    return rows.transfers(ids);
  }

  @Override
  public synchronized List<BookedTransfer> list(TransferQuery query) {
    backing.require();
    return rows.list(query);
  }

  @Override
  public synchronized Map<PocketId, Balance> balances(Collection<PocketId> pockets) {
    backing.require();
    var balances = new HashMap<PocketId, Balance>();
    for (var id : pockets) {
      if (rows.pocket(id) != null) {
        balances.put(id, balance(id));
      }
    }
    return balances;
  }

  @Override
  public synchronized Optional<Balance> balanceAt(PocketId pocket, Instant at) {
    backing.require();
    return at.isAfter(now()) || rows.pocket(pocket) == null
        ? Optional.empty()
        : Optional.of(
            LedgerRows.balance(
                pocket, rows.last(pocket, entry -> !entry.bookedAt().isAfter(at)), at));
  }

  @Override
  public synchronized Optional<Balance> balanceAfter(PocketId pocket, long seq) {
    backing.require();
    var entry = rows.last(pocket, one -> one.seq() == seq);
    return entry == null
        ? Optional.empty()
        : Optional.of(LedgerRows.balance(pocket, entry, entry.bookedAt()));
  }

  @Override
  public synchronized List<Entry> entries(PocketId pocket, @Nullable Long before, int limit) {
    backing.require();
    return rows.entries(pocket).stream()
        .filter(entry -> before == null || entry.seq() < before)
        .sorted((one, two) -> Long.compare(two.seq(), one.seq()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<TransferId> expiredHolds(int max) {
    backing.require();
    var now = now();
    return rows.openHolds().stream()
        .filter(leg -> leg.isExpired(now))
        .map(HoldState::transfer)
        .distinct()
        .limit(max)
        .toList();
  }

  @Override
  public synchronized HoldFigures holdFigures() {
    backing.require();
    var now = now();
    var open = rows.openHolds();
    var oldest = open.stream().filter(leg -> leg.isExpired(now)).findFirst();
    return new HoldFigures(
        open.size(),
        oldest.map(leg -> Duration.between(leg.expiresAt(), now)).orElse(Duration.ZERO));
  }

  @Override
  public synchronized Opened open(Change<Pocket> opened) {
    backing.require();
    var pocket = opened.state();
    if (rows.hasEnded(pocket.owner())) {
      return Opened.OWNER_ENDED;
    }
    if (rows.hasSame(pocket)) {
      return Opened.EXISTS;
    }
    return changes.store(
        opened,
        ChangeSubject.of(pocket.owner(), pocket.id().subject()),
        InMemoryChangeStore.Results.withoutKey(Opened.STORED),
        () -> {
          rows.put(pocket.at(1));
          return Optional.empty();
        });
  }

  @Override
  public synchronized Amended amend(Change<Pocket> amended) {
    backing.require();
    var after = amended.state();
    var before = Objects.requireNonNull(rows.pocket(after.id()));
    if (before.version() != after.version()) {
      return Amended.STALE;
    }
    var balance = balance(after.id());
    if (after.status() == Pocket.Status.CLOSED && !balance.isEmpty()) {
      return Amended.NOT_EMPTY;
    }
    if (after.floor() != null && balance.available().compareTo(after.floor()) < 0) {
      return Amended.BELOW_FLOOR;
    }
    return changes.store(
        amended,
        ChangeSubject.of(after.owner(), after.id().subject()),
        InMemoryChangeStore.Results.withoutKey(Amended.STORED),
        () -> {
          rows.put(after.at(after.version() + 1));
          return Optional.empty();
        });
  }

  @Override
  public synchronized Optional<Pocket> find(PocketId id) {
    backing.require();
    return Optional.ofNullable(rows.pocket(id));
  }

  @Override
  public synchronized Map<PocketId, Pocket> findAll(Collection<PocketId> ids) {
    backing.require();
    var found = new HashMap<PocketId, Pocket>();
    ids.forEach(id -> find(id).ifPresent(pocket -> found.put(id, pocket)));
    return found;
  }

  @Override
  public synchronized List<Pocket> list(
      @Nullable AccountId owner, @Nullable PocketId after, int limit) {
    backing.require();
    return rows.pockets().stream()
        .filter(pocket -> Objects.equals(pocket.owner(), owner))
        .filter(pocket -> after == null || pocket.id().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  LedgerRows rows() {
    backing.require();
    return rows;
  }

  /** Ends the outage. */
  public void endOutage() {
    backing.endOutage();
  }

  Balance balance(PocketId pocket) {
    return LedgerRows.balance(pocket, rows.last(pocket, entry -> true), now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
