package io.clientele.testkit.account;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.account.InMemoryAccounts;
import java.util.List;

class InMemoryIdempotencyStoreTest implements IdempotencyStoreContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public Store store() {
    return new Store(accounts, accounts.answers());
  }

  @Override
  public Store unreachableStore() {
    accounts.startOutage();
    return store();
  }

  @Override
  public void whileInWork(IdempotencyKey key, Runnable action) {
    accounts.answers().whileInWork(key, action);
  }

  @Override
  public List<AuditEntry> audit() {
    return accounts.changes().entries();
  }

  @Override
  public List<PublishedEvent> published() {
    return accounts.changes().published();
  }

  @Override
  public IdempotencyStore responses() {
    return accounts.answers();
  }
}
