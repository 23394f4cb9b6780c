package io.clientele.testkit.task;

import static io.clientele.testkit.task.TaskSamples.LEASE;
import static io.clientele.testkit.task.TaskSamples.NOW;
import static io.clientele.testkit.task.TaskSamples.claim;
import static io.clientele.testkit.task.TaskSamples.mail;
import static io.clientele.testkit.task.TaskSamples.only;
import static io.clientele.testkit.task.TaskSamples.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.domain.task.Tasks.Retried;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link Tasks}. Implement it in the test of your own store. */
public interface TasksContract extends TaskLeasesContract {
  /** Returns the entries of the audit of this store, the oldest first. */
  List<AuditEntry> audit();

  /** Erases an account as its context does: with the erasers of all contexts. */
  void erase(AccountId account);

  /** A store whose server cannot be reached. A call must end within seconds. */
  Tasks tasksAway();

  @Test
  default void aDeadLetterRunsAgainOnlyByARetry() {
    var tasks = tasks();
    tasks.add(mail("1", NOW));
    tasks.bury(claim(tasks, NOW).get(0), "Refused", NOW);
    assertThat(claim(tasks, NOW.plus(LEASE))).isEmpty();
    var letter = only(tasks, NOW);
    assertThat(letter.status()).isEqualTo(Task.Status.DEAD);
    assertThat(letter.lastFault()).isEqualTo("Refused");
    assertThat(tasks.figures(NOW)).isEqualTo(new TaskFigures(0, 1, Duration.ZERO));
    var by = new Sample(1).act(NOW.plusSeconds(9));
    assertThat(tasks.retry(letter.id(), by)).isEqualTo(Retried.STORED);
    assertThat(audit()).extracting(AuditEntry::action).containsExactly("task.retried");
    assertThat(audit()).extracting(AuditEntry::subject).containsExactly(letter.id().subject());
    var again = claim(tasks, by.at());
    assertThat(again).extracting(ClaimedTask::attempt).containsExactly(1);
    assertThat(again.get(0).payload()).isEqualTo("payload of 1");
  }

  @Test
  default void aRetryMakesAWaitingTaskDueAndLeavesARunningOneAlone() {
    var tasks = tasks();
    var task = mail("1", NOW.plusSeconds(600));
    tasks.add(task);
    var by = new Sample(2).act(NOW);
    assertThat(tasks.retry(task.id(), by)).isEqualTo(Retried.STORED);
    assertThat(claim(tasks, NOW)).hasSize(1);
    assertThat(tasks.retry(task.id(), by)).isEqualTo(Retried.RUNNING);
    var absent = TaskId.of(NOW, new Random(77));
    assertThat(tasks.retry(absent, by)).isEqualTo(Retried.NO_SUCH_TASK);
    assertThat(audit()).hasSize(1);
  }

  @Test
  default void pagesShowAllTasksOnceByTheirIds() {
    var tasks = tasks();
    IntStream.range(0, 5).forEach(i -> tasks.add(mail("" + i, NOW.plusSeconds(i))));
    tasks.bury(claim(tasks, NOW).get(0), "x", NOW);
    var first = tasks.list(null, null, 3, NOW);
    var second = tasks.list(null, first.next(), 3, NOW);
    assertThat(first.tasks()).hasSize(3);
    assertThat(second.tasks()).hasSize(2);
    assertThat(second.next()).isNull();
    var ids = new HashSet<TaskId>();
    first.tasks().forEach(task -> ids.add(task.id()));
    second.tasks().forEach(task -> ids.add(task.id()));
    assertThat(ids).hasSize(5);
    assertThat(tasks.list(Task.Status.DEAD, null, 9, NOW).tasks()).hasSize(1);
    assertThat(tasks.list(Task.Status.WAITING, null, 9, NOW).tasks()).hasSize(4);
    claim(tasks, NOW.plusSeconds(1));
    assertThat(tasks.list(Task.Status.RUNNING, null, 9, NOW.plusSeconds(2)).tasks()).hasSize(1);
  }

  @Test
  default void figuresTellForHowLongTheOldestIsDue() {
    var tasks = tasks();
    tasks.add(mail("1", NOW));
    tasks.add(mail("2", NOW.plusSeconds(60)));
    assertThat(tasks.figures(NOW.plusSeconds(30)))
        .isEqualTo(new TaskFigures(2, 0, Duration.ofSeconds(30)));
  }

  @Test
  default void anErasureRemovesTheTasksOfTheAccount() {
    var tasks = tasks();
    var accounts = new Sample(3).ids(2);
    accounts.forEach(id -> tasks.add(task("mail", "live " + id, id, NOW)));
    tasks.add(task("mail", "dead", accounts.get(0), NOW.minusSeconds(9)));
    tasks.bury(claim(tasks, NOW.minusSeconds(1)).get(0), "x", NOW);
    erase(accounts.get(0));
    assertThat(claim(tasks, NOW)).extracting(ClaimedTask::account).containsExactly(accounts.get(1));
    assertThat(tasks.list(Task.Status.DEAD, null, 9, NOW).tasks()).isEmpty();
    assertThat(tasks.add(task("mail", "late", accounts.get(0), NOW)))
        .isEqualTo(Added.ACCOUNT_ERASED);
  }

  @Test
  default void tasksThatAreAwayAreUnavailableAndNotNone() {
    var away = tasksAway();
    var id = TaskId.of(NOW, new Random(1));
    var claimed = new ClaimedTask(id, "mail", "1", null, "", 1, 1, null);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.add(mail("1", NOW)),
            () -> claim(away, NOW),
            () -> away.done(claimed),
            () -> away.failed(claimed, "x", NOW),
            () -> away.bury(claimed, "x", NOW),
            () -> away.retry(id, new Sample(4).act()),
            () -> away.list(null, null, 1, NOW),
            () -> away.figures(NOW)));
  }
}
