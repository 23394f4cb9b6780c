package io.clientele.testkit;

import io.clientele.domain.Change;
import io.clientele.domain.Once;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Openings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens many {@link InMemoryAccounts} at once. */
public final class InMemoryOpenings implements Openings {
  private final InMemoryAccounts accounts;

  /** Into these. */
  public InMemoryOpenings(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Once<List<Saved>> once) {
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
