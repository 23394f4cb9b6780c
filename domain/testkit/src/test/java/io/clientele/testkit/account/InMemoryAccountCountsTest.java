package io.clientele.testkit.account;

import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.Accounts;
import io.clientele.inmemory.account.InMemoryAccountCounts;
import io.clientele.inmemory.account.InMemoryAccounts;

public class InMemoryAccountCountsTest implements AccountCountsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public AccountCounts counts() {
    return new InMemoryAccountCounts(accounts);
  }

  @Override
  public AccountCounts unreachableCounts() {
    var away = new InMemoryAccounts();
    away.startOutage();
    return new InMemoryAccountCounts(away);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }
}
