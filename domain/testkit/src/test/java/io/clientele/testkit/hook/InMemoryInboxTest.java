package io.clientele.testkit.hook;

import io.clientele.domain.hook.Inbox;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import java.util.List;

class InMemoryInboxTest implements InboxContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final Tasks tasks = new InMemoryTasks(changes);

  @Override
  public Inbox inbox() {
    return new InMemoryInbox(changes, tasks);
  }

  @Override
  public Tasks tasks() {
    return tasks;
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public Inbox inboxAway() {
    var away = new InMemoryInbox(changes, tasks);
    away.startOutage();
    return away;
  }
}
