package io.clientele.testkit;

import io.clientele.domain.hook.Inbox;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.hook.InboxContract;
import java.util.List;
import java.util.function.Function;

/**
 * The contract of inboxes on stores that {@link ContractsBiteTest} breaks; nested, so it alone runs
 * it.
 */
final class HookContractFixtures {
  private HookContractFixtures() {}

  static final class OfInbox implements InboxContract {
    static Function<InMemoryInbox, Inbox> breaking = right -> right;
    private final InMemoryChangeStore changes = new InMemoryChangeStore();
    private final Tasks tasks = new InMemoryTasks(changes);

    @Override
    public Inbox inbox() {
      return breaking.apply(new InMemoryInbox(changes, tasks));
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
      return breaking.apply(away);
    }
  }
}
