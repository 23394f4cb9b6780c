package io.clientele.testkit.operation;

import static io.clientele.testkit.operation.OperationSamples.NOW;
import static io.clientele.testkit.operation.OperationSamples.claim;
import static io.clientele.testkit.operation.OperationSamples.id;
import static io.clientele.testkit.operation.OperationSamples.key;
import static io.clientele.testkit.operation.OperationSamples.message;
import static io.clientele.testkit.operation.OperationSamples.operation;
import static io.clientele.testkit.operation.OperationSamples.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.operation.Operations.Accepted;
import io.clientele.domain.operation.Operations.Settled;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link Operations}. Implement it in the test of your own store. */
public interface OperationsContract extends OperationLeasesContract {
  /** An account of the tests. */
  AccountId ACCOUNT = new Sample(3).id();

  /** Erases an account as its context does: with the erasers of all contexts. */
  void erase(AccountId account);

  /** A store whose server cannot be reached. A call must end within seconds. */
  Operations operationsAway();

  @Test
  default void aKeyIsOneOperationUntilItIsDropped() {
    var operations = operations(9);
    var asked = operation(1, "order:1", key("k", "body"));
    operations.accept(asked, NOW);
    assertThat(operations.accept(operation(2, "order:1", key("k", "body")), NOW))
        .isEqualTo(new Accepted.Repeated(asked.id()));
    assertThat(operations.accept(operation(3, "order:1", key("k", "other")), NOW))
        .isEqualTo(new Accepted.KeyMismatched());
    assertThat(operations.accept(operation(4, "order:1", key("l", "body")), NOW))
        .isEqualTo(new Accepted.Stored());
    operations.end(claim(operations, NOW).get(0), result(Verdict.DONE, null), NOW);
    assertThat(operations.accept(operation(5, "order:1", key("k", "body")), NOW))
        .as("it has ended")
        .isEqualTo(new Accepted.Repeated(asked.id()));
    assertThat(operations.drop(NOW, 9)).as("it has not ended before").isZero();
    assertThat(operations.drop(NOW.plusMillis(1), 9)).isEqualTo(1);
    assertThat(operations.find(asked.id())).isEmpty();
    assertThat(operations.accept(operation(6, "order:1", key("k", "body")), NOW))
        .isEqualTo(new Accepted.Stored());
  }

  @Test
  default void ofManyRequestsWithOneKeyAtOnceOneIsStored() {
    var operations = operations(99);
    var accepted =
        ConcurrentCalls.together(
            8, i -> operations.accept(operation(i, "order:1", key("k", "body")), NOW));
    assertThat(accepted).filteredOn(Accepted.Stored.class::isInstance).hasSize(1);
    assertThat(accepted).filteredOn(Accepted.Repeated.class::isInstance).hasSize(7);
  }

  @Test
  default void aFullQueueTakesNoMore() {
    var operations = operations(2);
    var known = operation(1, "order:1", key("k", "body"));
    operations.accept(known, NOW);
    operations.accept(operation(2, "order:2", null), NOW);
    assertThat(operations.accept(operation(3, "order:3", null), NOW))
        .isEqualTo(new Accepted.QueueFull());
    assertThat(operations.accept(known, NOW)).isEqualTo(new Accepted.Repeated(known.id()));
    operations.end(claim(operations, NOW).get(0), result(Verdict.DONE, null), NOW);
    assertThat(operations.accept(operation(4, "order:3", null), NOW))
        .isEqualTo(new Accepted.Stored());
  }

  @Test
  default void dropsAreBoundedAndLeaveWhatIsQueued() {
    var operations = operations(9);
    IntStream.range(0, 4).forEach(i -> operations.accept(operation(i, "order:" + i, null), NOW));
    claim(operations, NOW).stream()
        .limit(3)
        .forEach(one -> operations.end(one, result(Verdict.DONE, null), NOW));
    var later = NOW.plusSeconds(60);
    assertThat(operations.drop(later, 2)).isEqualTo(2);
    assertThat(operations.drop(later, 2)).isEqualTo(1);
    assertThat(operations.figures(later)).isEqualTo(new OperationFigures(1, Duration.ofMinutes(1)));
  }

  @Test
  default void anErasedAccountHasNoOperations() {
    var operations = operations(9);
    var asked = new NewOperation(id(1), "operator:ada", "a", ACCOUNT, null, message("request"));
    var creating = operation(2, "b", null);
    operations.accept(asked, NOW);
    operations.accept(creating, NOW);
    var claimed = claim(operations, NOW);
    operations.end(claimed.get(1), result(Verdict.DONE, ACCOUNT), NOW);
    assertThat(operations.find(creating.id())).isPresent();
    erase(ACCOUNT);
    assertThat(operations.find(asked.id())).isEmpty();
    assertThat(operations.find(creating.id())).as("its response was of the account").isEmpty();
    assertThat(operations.end(claimed.get(0), result(Verdict.DONE, null), NOW))
        .isEqualTo(Settled.LEASE_LOST);
    var late = new NewOperation(id(3), "operator:ada", "a", ACCOUNT, null, message("request"));
    assertThat(operations.accept(late, NOW)).isEqualTo(new Accepted.AccountErased());
  }

  @Test
  default void aStoreThatIsAwayIsUnavailable() {
    var away = operationsAway();
    var claimed = new ClaimedOperation(id(1), null, message("request"), 1, 1);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.accept(operation(1, "order:1", null), NOW),
            () -> away.find(id(1)),
            () -> claim(away, NOW),
            () -> away.end(claimed, result(Verdict.DONE, null), NOW),
            () -> away.retry(claimed, NOW),
            () -> away.drop(NOW, 1),
            () -> away.figures(NOW)));
  }
}
