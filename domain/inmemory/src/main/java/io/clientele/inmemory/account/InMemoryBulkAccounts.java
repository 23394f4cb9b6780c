package io.clientele.inmemory.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens many {@link InMemoryAccounts} at once. */
public final class InMemoryBulkAccounts implements BulkAccounts {
  private static final InMemoryChangeStore.BulkResults<Saved, Ended> RESULTS =
      new InMemoryChangeStore.BulkResults<>(
          Ended.Told::new, new Ended.InProgress(), new Ended.Answered());

  private final InMemoryAccounts accounts;

  /** Opens accounts in this store. */
  public InMemoryBulkAccounts(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once) {
    if (once == null || openings.isEmpty()) {
      return new Ended.Told(accounts.saveAll(openings));
    }
    synchronized (accounts) {
      return accounts
          .changes()
          .storeAll(once, openings.get(0).act().at(), RESULTS, () -> accounts.saveAll(openings));
    }
  }

  @Override
  public List<Saved> rehearse(List<Change<Account>> openings) {
    return accounts.copy().saveAll(openings);
  }
}
