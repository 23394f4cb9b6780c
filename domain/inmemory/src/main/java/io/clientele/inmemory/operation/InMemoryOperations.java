package io.clientele.inmemory.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations in memory, for tests and demos. */
public final class InMemoryOperations implements Operations {
  private final OutageSwitch backing = new OutageSwitch("operations");
  private final int queuedMax;
  private final Map<OperationId, Stored> all = new LinkedHashMap<>();
  private final Set<AccountId> erased = new HashSet<>();

  /** An operation and its state. */
  private static final class Stored {
    private final NewOperation asked;
    private final Instant acceptedAt;
    private @Nullable AccountId account;
    private @Nullable OperationResult result;
    private Instant runAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant leasedUntil;
    private int attempt;
    private long epoch;

    Stored(NewOperation asked, Instant now) {
      this.asked = asked;
      this.acceptedAt = now;
      this.account = asked.account();
      this.runAt = now;
    }

    boolean isDue(Instant now) {
      return !runAt.isAfter(now) && (leasedUntil == null || !leasedUntil.isAfter(now));
    }
  }

  /**
   * No operations.
   *
   * @param changes erases accounts
   * @param queuedMax the largest number of operations that wait or run
   */
  public InMemoryOperations(InMemoryChangeStore changes, int queuedMax) {
    this.queuedMax = queuedMax;
    changes.addEraser((account, by) -> erase(account));
  }

  @Override
  public synchronized Accepted accept(NewOperation operation, Instant now) {
    backing.require();
    var known = known(operation.key());
    if (known.isPresent()) {
      return known.get();
    }
    if (queued().size() >= queuedMax) {
      return new Accepted.QueueFull();
    }
    if (operation.account() != null && erased.contains(operation.account())) {
      return new Accepted.AccountErased();
    }
    all.put(operation.id(), new Stored(operation, now));
    return new Accepted.Stored();
  }

  private Optional<Accepted> known(@Nullable IdempotencyKey key) {
    if (key == null) {
      return Optional.empty();
    }
    for (var stored : all.values()) {
      var other = stored.asked.key();
      if (other != null && nameOf(other).equals(nameOf(key))) {
        return Optional.of(
            other.equals(key)
                ? new Accepted.Repeated(stored.asked.id())
                : new Accepted.KeyMismatched());
      }
    }
    return Optional.empty();
  }

  private static List<String> nameOf(IdempotencyKey key) {
    return List.of(key.caller(), key.action(), key.target(), key.name());
  }

  private List<Stored> queued() {
    return all.values().stream().filter(stored -> stored.endedAt == null).toList();
  }

  @Override
  public synchronized Optional<Operation> find(OperationId id) {
    backing.require();
    return Optional.ofNullable(all.get(id)).map(InMemoryOperations::shown);
  }

  private static Operation shown(Stored stored) {
    var result = stored.result;
    var asked = stored.asked;
    if (result == null) {
      return new Operation(asked.id(), asked.caller(), Operation.Status.QUEUED, null);
    }
    var status = result.verdict() == Verdict.DONE ? Operation.Status.DONE : Operation.Status.FAILED;
    return new Operation(asked.id(), asked.caller(), status, result.response());
  }

  @Override
  public synchronized List<ClaimedOperation> claim(int limit, Instant now, Instant until) {
    backing.require();
    var subjects = new HashSet<String>();
    var claimed = new ArrayList<ClaimedOperation>();
    for (var stored : queued()) {
      var isFirst = subjects.add(stored.asked.subject());
      if (isFirst && stored.isDue(now) && claimed.size() < limit) {
        claimed.add(leased(stored, until));
      }
    }
    return claimed;
  }

  private static ClaimedOperation leased(Stored stored, Instant until) {
    stored.leasedUntil = until;
    stored.attempt++;
    stored.epoch++;
    var asked = stored.asked;
    return new ClaimedOperation(
        asked.id(), asked.account(), asked.request(), stored.attempt, stored.epoch);
  }

  @Override
  public synchronized Settled end(ClaimedOperation operation, OperationResult result, Instant now) {
    if (result.verdict() == Verdict.UNAVAILABLE) {
      throw new IllegalArgumentException("an operation that decided nothing has no end");
    }
    var stored = held(operation);
    if (stored == null || result.account() != null && erased.contains(result.account())) {
      return Settled.LEASE_LOST;
    }
    stored.result = result;
    stored.account = result.account() == null ? stored.account : result.account();
    stored.endedAt = now;
    return Settled.STORED;
  }

  @Override
  public synchronized Settled retry(ClaimedOperation operation, Instant next) {
    var stored = held(operation);
    if (stored == null) {
      return Settled.LEASE_LOST;
    }
    stored.leasedUntil = null;
    stored.runAt = next;
    return Settled.STORED;
  }

  private @Nullable Stored held(ClaimedOperation operation) {
    backing.require();
    var stored = all.get(operation.id());
    return stored == null || stored.endedAt != null || stored.epoch != operation.epoch()
        ? null
        : stored;
  }

  @Override
  public synchronized int drop(Instant before, int limit) {
    backing.require();
    var old =
        all.values().stream()
            .filter(stored -> stored.endedAt != null && stored.endedAt.isBefore(before))
            .limit(limit)
            .map(stored -> stored.asked.id())
            .toList();
    old.forEach(all::remove);
    return old.size();
  }

  @Override
  public synchronized OperationFigures figures(Instant now) {
    backing.require();
    var queued = queued();
    var oldest = queued.isEmpty() ? Duration.ZERO : Duration.between(queued.get(0).acceptedAt, now);
    return new OperationFigures(queued.size(), oldest);
  }

  private synchronized void erase(AccountId account) {
    erased.add(account);
    all.values().removeIf(stored -> account.equals(stored.account));
  }

  /** Makes every call fail. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage. */
  public void endOutage() {
    backing.endOutage();
  }
}
