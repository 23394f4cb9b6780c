package io.clientele.testkit;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.Operations;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.operation.InMemoryOperations;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.operation.OperationsContract;
import java.util.function.Function;

/**
 * The contract of operations on stores that {@link ContractsBiteTest} breaks; nested, so it alone
 * runs it.
 */
final class OperationContractFixtures {
  private OperationContractFixtures() {}

  static final class OfOperations implements OperationsContract {
    static Function<InMemoryOperations, Operations> breaking = right -> right;
    private final InMemoryChangeStore changes = new InMemoryChangeStore();

    @Override
    public Operations operations(int queuedMax) {
      return breaking.apply(new InMemoryOperations(changes, queuedMax));
    }

    @Override
    public void erase(AccountId account) {
      changes.erase(account, new Sample(9).act());
    }

    @Override
    public Operations operationsAway() {
      var away = new InMemoryOperations(new InMemoryChangeStore(), 9);
      away.startOutage();
      return breaking.apply(away);
    }
  }
}
