package io.clientele.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.task.Task.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private final Random random = new Random(1);

  @Test
  void eachAttemptWaitsLongerUntilTheLast() {
    var waits = IntStream.rangeClosed(1, 9).mapToObj(attempt -> pause(attempt, 0.5)).toList();
    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(5L, 15L, 60L, 150L, 300L, 600L, 720L, 720L, 720L);
    assertThat(TaskBackoff.next(TaskBackoff.ATTEMPTS_MAX, NOW, at(0.5))).isEmpty();
    assertThat(TaskBackoff.next(TaskBackoff.ATTEMPTS_MAX + 1, NOW, at(0.5))).isEmpty();
  }

  @Test
  void aWaitIsShorterOrLongerByAFifthAtMost() {
    assertThat(pause(3, 0)).isEqualTo(Duration.ofSeconds(48));
    assertThat(pause(3, 0.75)).isEqualTo(Duration.ofSeconds(66));
    assertThat(pause(3, Math.nextDown(1.0))).isLessThanOrEqualTo(Duration.ofSeconds(72));
  }

  @Test
  void aTaskHasAKindAKeyAndAPayloadOfBoundedLength() {
    task("m" + "a".repeat(49), "k".repeat(200), "é".repeat(8_000));
    task("notice.mail-now", "k", "");
    var bad =
        List.of(
            List.of("", "k", ""),
            List.of("Mail", "k", ""),
            List.of(".mail", "k", ""),
            List.of("mail2", "k", ""),
            List.of("m" + "a".repeat(50), "k", ""),
            List.of("mail", "", ""),
            List.of("mail", "k".repeat(201), ""),
            List.of("mail", "k", "é".repeat(8_000) + "a"));
    for (var of : bad) {
      assertThatThrownBy(() -> task(of.get(0), of.get(1), of.get(2)))
          .as("%.60s", of)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void noPayloadIsPrinted() {
    var task = task("mail", "ada@example.com", "Dear Ada");
    assertThat(task.toString()).isEqualTo("NewTask[" + task.id() + ", mail]");
    var claimed = new ClaimedTask(task.id(), "mail", "k", null, "Dear Ada", 2, 5, null);
    assertThat(claimed.toString()).isEqualTo("ClaimedTask[" + task.id() + ", mail, attempt 2]");
    assertThat(task.id().subject()).isEqualTo("task:" + task.id());
    assertThat(TaskId.parse(task.id().toString())).isEqualTo(task.id());
  }

  @Test
  void aPageHasANextOneOnlyIfMoreWasRead() {
    var read =
        Stream.generate(() -> TaskId.of(NOW, random))
            .limit(3)
            .map(id -> new Task(id, "mail", null, Status.WAITING, NOW, 0, null))
            .toList();
    assertThat(TaskPage.of(read, 3)).isEqualTo(new TaskPage(read, null));
    assertThat(TaskPage.of(read, 2)).isEqualTo(new TaskPage(read.subList(0, 2), read.get(1).id()));
  }

  private NewTask task(String kind, String key, String payload) {
    return new NewTask(TaskId.of(NOW, random), kind, key, null, NOW, payload, null);
  }

  private static Duration pause(int attempt, double drawn) {
    return Duration.between(NOW, TaskBackoff.next(attempt, NOW, at(drawn)).orElseThrow());
  }

  /** A source whose next number from 0 to 1 is this one. */
  private static RandomGenerator at(double drawn) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return drawn;
      }
    };
  }
}
