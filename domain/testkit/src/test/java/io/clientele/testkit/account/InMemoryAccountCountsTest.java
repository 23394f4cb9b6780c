package io.clientele.testkit.account;

import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.Accounts;

public class InMemoryAccountCountsTest implements AccountCountsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public AccountCounts census() {
    return new InMemoryAccountCounts(accounts);
  }

  @Override
  public AccountCounts censusAway() {
    var away = new InMemoryAccounts();
    away.goAway();
    return new InMemoryAccountCounts(away);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }
}
