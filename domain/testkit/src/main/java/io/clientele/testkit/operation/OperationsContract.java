package io.clientele.testkit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.operation.Operations.Accepted;
import io.clientele.domain.operation.Operations.Settled;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** The contract of every {@link Operations}. Implement it in the test of your own store. */
public interface OperationsContract {
  /** The time of all tests. */
  Instant NOW = Sample.BEGINNING;

  /** The length of a lease. */
  Duration LEASE = Duration.ofMinutes(1);

  /** An account of the tests. */
  AccountId ACCOUNT = new Sample(3).id();

  /** A fresh store that takes so many operations. Where tests share a server: its tables emptied. */
  Operations operations(int queuedMax);

  /** Erases an account as its context does: with the erasers of all contexts. */
  void erase(AccountId account);

  /** A store whose server cannot be reached. A call must end within seconds. */
  Operations operationsAway();

  @Test
  default void anOperationIsQueuedRunsAndKeepsItsResponse() {
    var operations = operations(9);
    var asked = operation(1, "order:1", null);
    assertThat(operations.accept(asked, NOW)).isEqualTo(new Accepted.Stored());
    assertThat(operations.find(asked.id()))
        .contains(new Operation(asked.id(), "operator:ada", Operation.Status.QUEUED, null));
    var claimed = claim(operations, NOW);
    assertThat(claimed).hasSize(1);
    assertThat(claimed.get(0).request()).isEqualTo(asked.request());
    assertThat(claimed.get(0).attempt()).isEqualTo(1);
    assertThat(claim(operations, NOW)).isEmpty();
    assertThat(operations.end(claimed.get(0), result(Verdict.DONE, null), NOW))
        .isEqualTo(Settled.STORED);
    assertThat(operations.find(asked.id()))
        .contains(
            new Operation(
                asked.id(), "operator:ada", Operation.Status.DONE, message("response")));
    assertThat(claim(operations, NOW.plus(LEASE))).isEmpty();
  }

  @Test
  default void operationsOnOneSubjectRunInTheOrderOfAcceptance() {
    var operations = operations(9);
    var first = operation(5, "order:1", null); // Its id is not the first one.
    var second = operation(2, "order:1", null);
    var other = operation(3, "order:2", null);
    List.of(first, second, other).forEach(each -> operations.accept(each, NOW));
    var batch = claim(operations, NOW);
    assertThat(ids(batch)).containsExactly(first.id(), other.id());
    assertThat(claim(operations, NOW)).as("the second waits for the first").isEmpty();
    operations.retry(batch.get(0), NOW.plusSeconds(5));
    assertThat(claim(operations, NOW)).as("it waits for the next attempt, too").isEmpty();
    var again = claim(operations, NOW.plusSeconds(5));
    assertThat(ids(again)).containsExactly(first.id());
    assertThat(again.get(0).attempt()).isEqualTo(2);
    operations.end(again.get(0), result(Verdict.FAILED, null), NOW);
    assertThat(ids(claim(operations, NOW))).containsExactly(second.id());
  }

  @Test
  default void afterItsLeaseAnOperationIsClaimedAgainAndItsFormerOwnerStoresNothing() {
    var operations = operations(9);
    var asked = operation(1, "order:1", null);
    operations.accept(asked, NOW);
    var former = claim(operations, NOW).get(0);
    assertThat(claim(operations, NOW.plus(LEASE).minusMillis(1))).isEmpty();
    var later = claim(operations, NOW.plus(LEASE)).get(0);
    assertThat(later.attempt()).isEqualTo(2);
    var done = result(Verdict.DONE, null);
    assertThat(operations.end(former, done, NOW)).isEqualTo(Settled.LEASE_LOST);
    assertThat(operations.retry(former, NOW)).isEqualTo(Settled.LEASE_LOST);
    assertThat(operations.end(later, done, NOW)).isEqualTo(Settled.STORED);
    assertThat(operations.end(later, done, NOW)).isEqualTo(Settled.LEASE_LOST);
  }

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
  default void manyThatClaimAtOnceGetEachOperationOnce() {
    var operations = operations(99);
    IntStream.range(0, 40).forEach(i -> operations.accept(operation(i, "order:" + i, null), NOW));
    var claimed =
        ConcurrentCalls.together(8, i -> operations.claim(5, NOW, NOW.plus(LEASE))).stream()
            .flatMap(List::stream)
            .map(ClaimedOperation::id)
            .toList();
    assertThat(claimed).doesNotHaveDuplicates();
    assertThat(claimed.size() + operations.claim(40, NOW, NOW.plus(LEASE)).size()).isEqualTo(40);
  }

  @Test
  default void anEndNeedsAVerdictThatIsFinal() {
    var operations = operations(9);
    operations.accept(operation(1, "order:1", null), NOW);
    var claimed = claim(operations, NOW).get(0);
    assertThatThrownBy(() -> operations.end(claimed, result(Verdict.UNAVAILABLE, null), NOW))
        .isInstanceOf(IllegalArgumentException.class);
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

  private static List<ClaimedOperation> claim(Operations operations, Instant now) {
    return operations.claim(9, now, now.plus(LEASE));
  }

  private static List<OperationId> ids(List<ClaimedOperation> claimed) {
    return claimed.stream().map(ClaimedOperation::id).toList();
  }

  private static OperationId id(int number) {
    return OperationId.of(NOW.plusMillis(number), new Random(number));
  }

  private static NewOperation operation(
      int number, String subject, @Nullable IdempotencyKey key) {
    return new NewOperation(
        id(number), "operator:ada", subject, null, key, message("request " + number));
  }

  private static IdempotencyKey key(String name, String body) {
    return new IdempotencyKey("operator:ada", "POST", "/v1/products", name, body);
  }

  private static OperationResult result(Verdict verdict, @Nullable AccountId account) {
    return new OperationResult(verdict, account, message("response"));
  }

  private static OperationMessage message(String text) {
    return new OperationMessage(text.getBytes(StandardCharsets.UTF_8));
  }
}
