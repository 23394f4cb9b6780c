package io.clientele.testkit;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.task.TasksContract;
import java.util.List;
import java.util.function.Function;

/**
 * The contract of tasks on stores that {@link ContractsBiteTest} breaks; nested, so it alone runs
 * it.
 */
final class TaskContractFixtures {
  private TaskContractFixtures() {}

  static final class OfTasks implements TasksContract {
    static Function<InMemoryTasks, Tasks> breaking = right -> right;
    private final InMemoryChangeStore changes = new InMemoryChangeStore();

    @Override
    public Tasks tasks() {
      return breaking.apply(new InMemoryTasks(changes));
    }

    @Override
    public List<AuditEntry> audit() {
      return changes.entries();
    }

    @Override
    public void erase(AccountId account) {
      changes.erase(account, new Sample(9).act());
    }

    @Override
    public Tasks tasksAway() {
      var away = new InMemoryTasks(new InMemoryChangeStore());
      away.startOutage();
      return breaking.apply(away);
    }
  }
}
