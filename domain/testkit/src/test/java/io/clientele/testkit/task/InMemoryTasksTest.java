package io.clientele.testkit.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.kernel.Sample;
import java.util.List;

class InMemoryTasksTest implements TasksContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public Tasks tasks() {
    return new InMemoryTasks(changes);
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
    return away;
  }
}
