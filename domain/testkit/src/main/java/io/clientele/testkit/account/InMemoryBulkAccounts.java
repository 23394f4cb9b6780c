package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens many {@link InMemoryAccounts} at once. */
public final class InMemoryBulkAccounts implements BulkAccounts {
  private final InMemoryAccounts accounts;

  /** Into these. */
  public InMemoryBulkAccounts(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once) {
    if (once == null || openings.isEmpty()) {
      return new Ended.Told(accounts.saveAll(openings));
    }
    synchronized (accounts) {
      var at = openings.get(0).act().at();
      var ended = accounts.answers().ended(once.key(), at);
      if (ended != null) {
        return ended;
      }
      var saved = accounts.saveAll(openings);
      accounts.answers().keep(once.kept(saved), at);
      return new Ended.Told(saved);
    }
  }

  @Override
  public List<Saved> rehearse(List<Change<Account>> openings) {
    return accounts.copy().saveAll(openings);
  }
}
