package io.clientele.inmemory.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The responses that an {@link InMemoryChangeStore} stored. Safe for use by many threads. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final OutageSwitch backing;
  private final Map<List<String>, Row> kept = new HashMap<>();
  private final Set<List<String>> inWork = new HashSet<>();

  InMemoryIdempotencyStore(OutageSwitch backing) {
    this.backing = backing;
  }

  /** A response; null once it is deleted. */
  private record Row(
      @Nullable AccountId account,
      Instant at,
      String bodyHash,
      @Nullable StoredResponse response) {}

  /** Whether a change under a key is prevented. */
  enum Entered {
    /** It is not prevented. */
    ALONE,
    /** Another request with the key is in progress. */
    IN_PROGRESS,
    /** A response is stored already. */
    ANSWERED
  }

  @Override
  public synchronized Found find(IdempotencyKey key, Instant at) {
    backing.require();
    var row = kept.get(scope(key));
    if (row == null || !at.isBefore(row.at().plus(KEPT))) {
      return new Found.Unknown();
    }
    if (row.response() == null) {
      return new Found.Emptied();
    }
    return row.bodyHash().equals(key.bodyHash())
        ? new Found.Answered(row.response())
        : new Found.Mismatched();
  }

  /** For tests: runs an action while a request with this key is in progress. */
  public void whileInWork(IdempotencyKey key, Runnable action) {
    synchronized (this) {
      inWork.add(scope(key));
    }
    try {
      action.run();
    } finally {
      synchronized (this) {
        inWork.remove(scope(key));
      }
    }
  }

  synchronized Entered enter(IdempotencyKey key, Instant at) {
    if (inWork.contains(scope(key))) {
      return Entered.IN_PROGRESS;
    }
    return find(key, at) instanceof Found.Unknown ? Entered.ALONE : Entered.ANSWERED;
  }

  /**
   * Stores a response.
   *
   * @param account whose erasure deletes the response; null if none
   */
  synchronized void keep(Idempotent.Kept response, Instant at, @Nullable AccountId account) {
    var key = response.key();
    kept.put(scope(key), new Row(account, at, key.bodyHash(), response.response()));
  }

  synchronized void empty(AccountId account) {
    kept.replaceAll(
        (scope, row) -> account.equals(row.account()) ? new Row(account, row.at(), "", null) : row);
  }

  private static List<String> scope(IdempotencyKey key) {
    return List.of(key.caller(), key.action(), key.target(), key.name());
  }
}
