package io.clientele.testkit.account;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.testkit.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that {@link InMemoryAccounts} keeps. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final OutageSwitch backing;
  private final Map<List<String>, Row> kept = new HashMap<>();
  private final Set<List<String>> inWork = new HashSet<>();

  InMemoryIdempotencyStore(OutageSwitch backing) {
    this.backing = backing;
  }

  /** An answer, null once it is emptied. */
  private record Row(
      @Nullable AccountId account, Instant at, String bodyHash, @Nullable StoredResponse answer) {}

  @Override
  public synchronized Found find(Idempotent.Key key, Instant at) {
    backing.require();
    var row = kept.get(scope(key));
    if (row == null || !at.isBefore(row.at().plus(KEPT))) {
      return new Found.Unknown();
    }
    if (row.answer() == null) {
      return new Found.Emptied();
    }
    return row.bodyHash().equals(key.bodyHash())
        ? new Found.Answered(row.answer())
        : new Found.Mismatched();
  }

  /** For tests: meanwhile a request with this key is in work. */
  public void whileInWork(Idempotent.Key key, Runnable action) {
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

  /** Saves, and keeps this answer if that has stored anything. */
  synchronized Saved keeping(
      Idempotent.Kept answer, AccountId account, Instant at, Supplier<Saved> saving) {
    var scope = scope(answer.key());
    if (inWork.contains(scope)) {
      return Saved.IN_PROGRESS;
    }
    if (!(find(answer.key(), at) instanceof Found.Unknown)) {
      return Saved.ANSWERED;
    }
    var saved = saving.get();
    if (saved == Saved.STORED) {
      kept.put(scope, new Row(account, at, answer.key().bodyHash(), answer.answer()));
    }
    return saved;
  }

  /** What stands in the way of a request with this key; null if nothing does. */
  synchronized BulkAccounts.@Nullable Ended ended(Idempotent.Key key, Instant at) {
    if (inWork.contains(scope(key))) {
      return new BulkAccounts.Ended.InProgress();
    }
    return find(key, at) instanceof Found.Unknown ? null : new BulkAccounts.Ended.Answered();
  }

  /** Keeps the answer to many openings, which is of no account alone. */
  synchronized void keep(Idempotent.Kept answer, Instant at) {
    var key = answer.key();
    kept.put(scope(key), new Row(null, at, key.bodyHash(), answer.answer()));
  }

  synchronized void empty(AccountId account) {
    kept.replaceAll(
        (scope, row) -> account.equals(row.account()) ? new Row(account, row.at(), "", null) : row);
  }

  private static List<String> scope(Idempotent.Key key) {
    return List.of(key.caller(), key.method(), key.path(), key.name());
  }
}
