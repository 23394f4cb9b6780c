package io.clientele.testkit.account;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.InMemoryBulkAccounts;
import java.util.List;

class InMemoryBulkAccountsTest implements BulkAccountsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public BulkAccounts openings() {
    return new InMemoryBulkAccounts(accounts);
  }

  @Override
  public BulkAccounts unreachableOpenings() {
    var away = new InMemoryAccounts();
    away.startOutage();
    return new InMemoryBulkAccounts(away);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public AccountDirectory directory() {
    return accounts;
  }

  @Override
  public IdempotencyStore answers() {
    return accounts.answers();
  }

  @Override
  public List<AuditEntry> audit() {
    return accounts.changes().entries();
  }

  @Override
  public List<PublishedEvent> published() {
    return accounts.changes().published();
  }
}
