package io.clientele.application.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.task.RunTasks.Ending;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskBackoff;
import io.clientele.domain.task.TaskHandler;
import io.clientele.domain.task.TaskId;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTasksTest {
  private final InMemoryTasks tasks = new InMemoryTasks(new InMemoryChangeStore());
  private final List<String> handled = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final Random random = new Random(1);
  private Instant now = Sample.BEGINNING;

  private record Handler(String kind, Consumer<ClaimedTask> work) implements TaskHandler {
    @Override
    public void handle(ClaimedTask task) {
      work.accept(task);
    }
  }

  @Test
  void allTasksThatAreDueAreCarriedOutOnce() {
    IntStream.range(0, 20).forEach(i -> add("" + i, now));
    add("later", now.plusSeconds(1));
    var run = running(task -> handled.add(task.key()));
    run.run();
    run.run();
    assertThat(handled).hasSize(20).doesNotHaveDuplicates();
    now = now.plusSeconds(1);
    run.run();
    assertThat(handled).hasSize(21).endsWith("later");
    assertThat(endings).containsOnly(Ending.DONE);
  }

  @Test
  void aTaskThatFailsIsTriedTenTimesWithinAnHourAndSetAside() {
    add("1", now);
    var run =
        running(
            task -> {
              handled.add("attempt " + task.attempt());
              throw new IllegalStateException("again");
            });
    for (var end = now.plus(Duration.ofHours(2)); now.isBefore(end); now = now.plusSeconds(1)) {
      run.run();
    }
    assertThat(handled).hasSize(TaskBackoff.ATTEMPTS_MAX).startsWith("attempt 1");
    assertThat(endings).hasSize(TaskBackoff.ATTEMPTS_MAX).endsWith(Ending.DEAD);
    var dead = tasks.list(Task.Status.DEAD, null, 9, now).tasks();
    assertThat(dead).extracting(Task::lastFault).containsExactly("IllegalStateException");
  }

  @Test
  void aFailureDoesNotHoldUpOtherTasks() {
    IntStream.range(0, 9).forEach(i -> add("" + i, now));
    var run =
        running(
            task -> {
              if (task.key().equals("0")) {
                throw new IllegalStateException("again");
              }
              handled.add(task.key());
            });
    run.run();
    assertThat(handled).hasSize(8);
    assertThat(endings).containsOnlyOnce(Ending.FAILED);
  }

  @Test
  void aTaskWhoseProcessWasKilledIsCarriedOutByAnother() {
    add("1", now);
    var killed =
        running(
            task -> {
              throw new OutOfMemoryError("killed");
            });
    assertThatThrownBy(killed::run).isInstanceOf(OutOfMemoryError.class);
    var other = running(task -> handled.add("attempt " + task.attempt()));
    other.run();
    assertThat(handled).as("the lease holds").isEmpty();
    now = now.plus(Duration.ofMinutes(5));
    other.run();
    assertThat(handled).containsExactly("attempt 2");
  }

  @Test
  void noTaskIsBegunWhenItsLeaseIsAlmostOver() {
    IntStream.range(0, 4).forEach(i -> add("" + i, now));
    var run =
        running(
            task -> {
              handled.add(task.key());
              now = now.plus(Duration.ofMinutes(3));
            });
    run.run();
    assertThat(handled).as("the third would begin after 6 minutes").hasSize(2);
    now = now.plus(Duration.ofMinutes(5));
    run.run();
    assertThat(handled).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aKindHasOneHandler() {
    var handler = new Handler("mail", task -> {});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RunTasks(
                    tasks, List.of(handler, handler), () -> now, random, (kind, ending) -> {}));
  }

  private RunTasks running(Consumer<ClaimedTask> work) {
    var handlers = List.<TaskHandler>of(new Handler("mail", work));
    return new RunTasks(tasks, handlers, () -> now, random, (kind, ending) -> endings.add(ending));
  }

  private void add(String key, Instant runAt) {
    var id = TaskId.of(runAt, random);
    tasks.add(new NewTask(id, "mail", key, null, runAt, "{}", null));
  }
}
