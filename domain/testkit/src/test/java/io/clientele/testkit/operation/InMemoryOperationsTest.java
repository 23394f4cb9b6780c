package io.clientele.testkit.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.Operations;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.operation.InMemoryOperations;
import io.clientele.testkit.kernel.Sample;

class InMemoryOperationsTest implements OperationsContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public Operations operations(int queuedMax) {
    return new InMemoryOperations(changes, queuedMax);
  }

  @Override
  public void erase(AccountId account) {
    changes.erase(account, new Sample(9).act());
  }

  @Override
  public Operations operationsAway() {
    var away = new InMemoryOperations(new InMemoryChangeStore(), 9);
    away.startOutage();
    return away;
  }
}
