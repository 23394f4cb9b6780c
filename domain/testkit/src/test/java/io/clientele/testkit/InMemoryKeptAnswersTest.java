package io.clientele.testkit;

import io.clientele.domain.Once;

class InMemoryKeptAnswersTest implements KeptAnswersContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public Store store() {
    return new Store(accounts, accounts.answers());
  }

  @Override
  public Store storeAway() {
    accounts.goAway();
    return store();
  }

  @Override
  public void whileInWork(Once.Key key, Runnable action) {
    accounts.answers().whileInWork(key, action);
  }
}
