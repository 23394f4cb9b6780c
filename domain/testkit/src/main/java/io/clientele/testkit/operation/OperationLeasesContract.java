package io.clientele.testkit.operation;

import static io.clientele.testkit.operation.OperationSamples.LEASE;
import static io.clientele.testkit.operation.OperationSamples.NOW;
import static io.clientele.testkit.operation.OperationSamples.claim;
import static io.clientele.testkit.operation.OperationSamples.ids;
import static io.clientele.testkit.operation.OperationSamples.message;
import static io.clientele.testkit.operation.OperationSamples.operation;
import static io.clientele.testkit.operation.OperationSamples.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.operation.Operations.Accepted;
import io.clientele.domain.operation.Operations.Settled;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How every {@link Operations} leases and ends operations: the part of {@link OperationsContract}
 * without keys and erasure.
 */
public interface OperationLeasesContract {
  /**
   * A fresh store that takes so many operations. Where tests share a server: its tables emptied.
   */
  Operations operations(int queuedMax);

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
            new Operation(asked.id(), "operator:ada", Operation.Status.DONE, message("response")));
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
}
