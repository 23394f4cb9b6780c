package io.clientele.testkit;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Census;

class InMemoryCensusTest implements CensusContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public Census census() {
    return new InMemoryCensus(accounts);
  }

  @Override
  public Census censusAway() {
    var away = new InMemoryAccounts();
    away.goAway();
    return new InMemoryCensus(away);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }
}
