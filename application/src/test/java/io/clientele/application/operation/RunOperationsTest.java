package io.clientele.application.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.OperationRunner;
import io.clientele.domain.task.TaskBackoff;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.operation.InMemoryOperations;
import io.clientele.testkit.kernel.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunOperationsTest {
  private final InMemoryOperations operations =
      new InMemoryOperations(new InMemoryChangeStore(), 99);
  private final List<String> ran = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Random random = new Random(1);
  private Instant now = Sample.BEGINNING;

  @Test
  void allOperationsOfASubjectRunInOneCall() {
    for (var i = 0; i < 20; i++) {
      accept("order:1", "" + i);
    }
    running(Verdict.DONE).run();
    assertThat(ran).hasSize(20).startsWith("0", "1", "2").endsWith("19");
    assertThat(verdicts).containsOnly(Verdict.DONE);
  }

  @Test
  void anUnavailableWriteIsTriedForAnHourAndThenFailsWithItsLastResponse() {
    var id = accept("order:1", "first");
    accept("order:1", "second");
    var run = running(Verdict.UNAVAILABLE);
    for (var end = now.plus(Duration.ofMinutes(50)); now.isBefore(end); now = now.plusSeconds(1)) {
      run.run();
    }
    assertThat(ran).as("the second waits").containsOnly("first");
    assertThat(status(id)).isEqualTo(Operation.Status.QUEUED);
    for (var end = now.plus(Duration.ofHours(1)); now.isBefore(end); now = now.plusSeconds(1)) {
      run.run();
    }
    assertThat(ran).filteredOn("first"::equals).hasSize(TaskBackoff.ATTEMPTS_MAX);
    assertThat(status(id)).isEqualTo(Operation.Status.FAILED);
    assertThat(operations.find(id).orElseThrow().response()).isEqualTo(message("response"));
    assertThat(ran).contains("second");
  }

  @Test
  void aRefusedWriteRunsOnce() {
    var id = accept("order:1", "1");
    running(Verdict.FAILED).run();
    now = now.plus(Duration.ofHours(1));
    running(Verdict.FAILED).run();
    assertThat(ran).containsExactly("1");
    assertThat(status(id)).isEqualTo(Operation.Status.FAILED);
  }

  @Test
  void anOperationWhoseProcessWasKilledRunsInAnother() {
    accept("order:1", "1");
    assertThat(operations.claim(1, now, now.plusSeconds(30))).hasSize(1);
    running(Verdict.DONE).run();
    assertThat(ran).isEmpty();
    now = now.plusSeconds(30);
    running(Verdict.DONE).run();
    assertThat(ran).containsExactly("1");
  }

  @Test
  void anOperationIsNotBegunWhenItsLeaseIsNearlyOver() {
    accept("order:1", "slow");
    accept("order:2", "next");
    OperationRunner slow =
        operation -> {
          ran.add(text(operation.request()));
          now = now.plusSeconds(20);
          return new OperationResult(Verdict.DONE, null, message("response"));
        };
    new RunOperations(operations, slow, () -> now, random, verdicts::add).run();
    assertThat(ran).containsExactly("slow");
    now = now.plusSeconds(10);
    running(Verdict.DONE).run();
    assertThat(ran).containsExactly("slow", "next");
  }

  private OperationId accept(String subject, String request) {
    var id = OperationId.of(now, random);
    operations.accept(new NewOperation(id, "ada", subject, null, null, message(request)), now);
    return id;
  }

  private RunOperations running(Verdict verdict) {
    OperationRunner runner =
        operation -> {
          ran.add(text(operation.request()));
          return new OperationResult(verdict, null, message("response"));
        };
    return new RunOperations(operations, runner, () -> now, random, verdicts::add);
  }

  private Operation.Status status(OperationId id) {
    return operations.find(id).orElseThrow().status();
  }

  private static String text(OperationMessage message) {
    return new String(message.bytes(), StandardCharsets.UTF_8);
  }

  private static OperationMessage message(String text) {
    return new OperationMessage(text.getBytes(StandardCharsets.UTF_8));
  }
}
