package io.clientele.testkit.account;

import io.clientele.domain.account.EndedImports;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.InMemoryBulkAccounts;
import io.clientele.testkit.account.bulk.EndedImportsContract;

class InMemoryEndedImportsTest implements EndedImportsContract {
  @Override
  public Store store() {
    var openings = new InMemoryBulkAccounts(new InMemoryAccounts());
    return new Store(openings, openings);
  }

  @Override
  public EndedImports away() {
    var away = new InMemoryAccounts();
    away.startOutage();
    return new InMemoryBulkAccounts(away);
  }
}
