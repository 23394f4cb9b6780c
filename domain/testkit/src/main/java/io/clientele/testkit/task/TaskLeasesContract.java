package io.clientele.testkit.task;

import static io.clientele.testkit.task.TaskSamples.LEASE;
import static io.clientele.testkit.task.TaskSamples.MAIL;
import static io.clientele.testkit.task.TaskSamples.NOW;
import static io.clientele.testkit.task.TaskSamples.claim;
import static io.clientele.testkit.task.TaskSamples.mail;
import static io.clientele.testkit.task.TaskSamples.only;
import static io.clientele.testkit.task.TaskSamples.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.domain.task.Tasks.Settled;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every {@link Tasks} leases tasks: the part of {@link TasksContract} without dead letters. */
public interface TaskLeasesContract {
  /** A fresh store without tasks. Where tests share a server: its tables emptied. */
  Tasks tasks();

  @Test
  default void aTaskIsClaimedOnceWhenItIsDueAndIsGoneWhenItIsDone() {
    var tasks = tasks();
    assertThat(tasks.add(mail("1", NOW))).isEqualTo(Added.STORED);
    assertThat(claim(tasks, NOW.minusSeconds(1))).isEmpty();
    var claimed = claim(tasks, NOW);
    assertThat(claimed).hasSize(1);
    assertThat(claimed.get(0).payload()).isEqualTo("payload of 1");
    assertThat(claimed.get(0).attempt()).isEqualTo(1);
    assertThat(claimed.get(0).trace()).isEqualTo("00-trace");
    assertThat(claim(tasks, NOW)).isEmpty();
    assertThat(tasks.done(claimed.get(0))).isEqualTo(Settled.STORED);
    assertThat(claim(tasks, NOW.plus(LEASE))).isEmpty();
    assertThat(tasks.figures(NOW)).isEqualTo(new TaskFigures(0, 0, Duration.ZERO));
  }

  @Test
  default void aKindHasOneTaskOfAKeyAtATime() {
    var tasks = tasks();
    tasks.add(mail("1", NOW));
    assertThat(tasks.add(mail("1", NOW))).isEqualTo(Added.KEY_IN_USE);
    assertThat(tasks.add(task("report", "1", null, NOW))).isEqualTo(Added.STORED);
    var first = claim(tasks, NOW);
    assertThat(tasks.add(mail("1", NOW))).as("it runs").isEqualTo(Added.KEY_IN_USE);
    tasks.done(first.get(0));
    assertThat(tasks.add(mail("1", NOW))).isEqualTo(Added.STORED);
  }

  @Test
  default void tasksOfUnknownKindsAreLeftAlone() {
    var tasks = tasks();
    tasks.add(task("future", "1", null, NOW));
    assertThat(claim(tasks, NOW)).isEmpty();
    assertThat(tasks.claim(Set.of("future"), 1, NOW, NOW.plus(LEASE))).hasSize(1);
  }

  @Test
  default void whoIsDueForLongestIsClaimedFirst() {
    var tasks = tasks();
    IntStream.of(3, 1, 2).forEach(i -> tasks.add(mail("" + i, NOW.minusSeconds(i))));
    assertThat(tasks.claim(MAIL, 2, NOW, NOW.plus(LEASE)))
        .extracting(ClaimedTask::key)
        .containsExactlyInAnyOrder("3", "2");
  }

  @Test
  default void afterItsLeaseATaskIsClaimedAgainAndItsFormerOwnerStoresNothing() {
    var tasks = tasks();
    tasks.add(mail("1", NOW));
    var former = claim(tasks, NOW).get(0);
    assertThat(claim(tasks, NOW.plus(LEASE).minusMillis(1))).isEmpty();
    var later = claim(tasks, NOW.plus(LEASE)).get(0);
    assertThat(later.attempt()).isEqualTo(2);
    assertThat(later.epoch()).isGreaterThan(former.epoch());
    assertThat(tasks.done(former)).isEqualTo(Settled.LEASE_LOST);
    assertThat(tasks.failed(former, "x", NOW)).isEqualTo(Settled.LEASE_LOST);
    assertThat(tasks.bury(former, "x", NOW)).isEqualTo(Settled.LEASE_LOST);
    assertThat(tasks.done(later)).isEqualTo(Settled.STORED);
    assertThat(tasks.done(later)).isEqualTo(Settled.LEASE_LOST);
  }

  @Test
  default void aFailedTaskWaitsForItsNextAttempt() {
    var tasks = tasks();
    tasks.add(mail("1", NOW));
    var next = NOW.plusSeconds(5);
    tasks.failed(claim(tasks, NOW).get(0), "Timeout", next);
    assertThat(claim(tasks, next.minusMillis(1))).isEmpty();
    var shown = only(tasks, NOW);
    assertThat(shown.status()).isEqualTo(Task.Status.WAITING);
    assertThat(shown.at()).isEqualTo(next);
    assertThat(shown.attempts()).isEqualTo(1);
    assertThat(shown.lastFault()).isEqualTo("Timeout");
    assertThat(claim(tasks, next)).extracting(ClaimedTask::attempt).containsExactly(2);
  }

  @Test
  default void manyThatClaimAtOnceGetEachTaskOnce() {
    var tasks = tasks();
    IntStream.range(0, 40).forEach(i -> tasks.add(mail("" + i, NOW)));
    var claimed =
        ConcurrentCalls.together(8, i -> tasks.claim(MAIL, 5, NOW, NOW.plus(LEASE))).stream()
            .flatMap(List::stream)
            .map(ClaimedTask::key)
            .toList();
    assertThat(claimed).doesNotHaveDuplicates();
    assertThat(claimed.size() + tasks.claim(MAIL, 40, NOW, NOW.plus(LEASE)).size()).isEqualTo(40);
  }
}
