package io.clientele.inmemory.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.EndedImports;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens many {@link InMemoryAccounts} at once, and keeps the imports that ended. */
public final class InMemoryBulkAccounts implements BulkAccounts, EndedImports {
  private static final InMemoryChangeStore.BulkResults<Saved, Ended> RESULTS =
      new InMemoryChangeStore.BulkResults<>(
          Ended.Decided::new, new Ended.InProgress(), new Ended.Answered());

  private final InMemoryAccounts accounts;
  private final Map<AccountId, Summary> ended = new LinkedHashMap<>();

  /** Opens accounts in this store. */
  public InMemoryBulkAccounts(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once) {
    synchronized (accounts) {
      if (once == null || openings.isEmpty()) {
        return new Ended.Decided(saveAll(openings));
      }
      return accounts
          .changes()
          .storeAll(once, openings.get(0).act().at(), RESULTS, () -> saveAll(openings));
    }
  }

  @Override
  public List<Saved> rehearse(List<Change<Account>> openings) {
    return accounts.copy().saveAll(openings);
  }

  @Override
  public List<Summary> unannounced(int max) {
    synchronized (accounts) {
      accounts.requireAvailable();
      return ended.values().stream().limit(max).toList();
    }
  }

  @Override
  public void announced(AccountId first) {
    synchronized (accounts) {
      accounts.requireAvailable();
      ended.remove(first);
    }
  }

  private List<Saved> saveAll(List<Change<Account>> openings) {
    var saved = accounts.saveAll(openings);
    if (!openings.isEmpty()) {
      var summary = Summary.of(openings, saved);
      ended.put(summary.first(), summary);
    }
    return saved;
  }
}
