package io.clientele.testkit;

import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.notice.InMemoryNoticeChoices;
import io.clientele.inmemory.notice.InMemoryNotices;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.notice.NoticesContract;
import java.util.function.Function;

/**
 * The contract of notices on stores that {@link NoticeContractBitesTest} breaks; nested, so it
 * alone runs it.
 */
final class NoticeContractFixtures {
  private NoticeContractFixtures() {}

  static final class OfNotices implements NoticesContract {
    static Function<InMemoryNotices, Notices> breaking = right -> right;
    private final InMemoryChangeStore changes = new InMemoryChangeStore();
    private final InMemoryNoticeChoices choices = new InMemoryNoticeChoices(changes);
    private final InMemoryTasks tasks = new InMemoryTasks(changes);
    private final Notices notices = breaking.apply(new InMemoryNotices(choices, tasks));

    @Override
    public Notices notices() {
      return notices;
    }

    @Override
    public NoticeChoices choices() {
      return choices;
    }

    @Override
    public Tasks tasks() {
      return tasks;
    }

    @Override
    public Notices noticesAway() {
      var away = new InMemoryNotices(choices, tasks);
      away.startOutage();
      return breaking.apply(away);
    }
  }
}
