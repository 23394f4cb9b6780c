package io.clientele.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks for the contracts. */
final class TaskSamples {
  /** The time of all tests: microseconds, so that no store rounds it. */
  static final Instant NOW = Sample.BEGINNING;

  /** The length of a lease. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** The kind of all tasks, unless a test says otherwise. */
  static final Set<String> MAIL = Set.of("mail");

  private TaskSamples() {}

  static List<ClaimedTask> claim(Tasks tasks, Instant now) {
    return tasks.claim(MAIL, 1, now, now.plus(LEASE));
  }

  static Task only(Tasks tasks, Instant now) {
    var all = tasks.list(null, null, 9, now).tasks();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  static NewTask mail(String key, Instant runAt) {
    return task("mail", key, null, runAt);
  }

  static NewTask task(String kind, String key, @Nullable AccountId account, Instant runAt) {
    var id = TaskId.of(runAt, new Random((kind + key).hashCode()));
    return new NewTask(id, kind, key, account, runAt, "payload of " + key, "00-trace");
  }
}
