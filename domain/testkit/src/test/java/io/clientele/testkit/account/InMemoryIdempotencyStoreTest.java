package io.clientele.testkit.account;

import io.clientele.domain.kernel.Idempotent;

class InMemoryIdempotencyStoreTest implements IdempotencyStoreContract {
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
  public void whileInWork(Idempotent.Key key, Runnable action) {
    accounts.answers().whileInWork(key, action);
  }
}
