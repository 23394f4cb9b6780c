package io.clientele.testkit.operation;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationFigures;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.Operations;
import io.clientele.inmemory.operation.InMemoryOperations;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations with one fault each. */
final class BrokenOperations {
  private BrokenOperations() {}

  static Stream<PortFault<InMemoryOperations, Operations>> all() {
    return Stream.of(
        new PortFault<>(
            "each operation is a subject of its own",
            "operationsOnOneSubjectRunInTheOrderOfAcceptance",
            inner ->
                new Changed(inner) {
                  @Override
                  public Accepted accept(NewOperation operation, Instant now) {
                    return inner.accept(
                        with(operation, operation.id().toString(), operation.key()), now);
                  }
                }),
        new PortFault<>(
            "keys are ignored",
            "aKeyIsOneOperationUntilItIsDropped",
            inner ->
                new Changed(inner) {
                  @Override
                  public Accepted accept(NewOperation operation, Instant now) {
                    return inner.accept(with(operation, operation.subject(), null), now);
                  }
                }),
        new PortFault<>(
            "a lease that holds nothing",
            "anOperationIsQueuedRunsAndKeepsItsResponse",
            inner ->
                new Changed(inner) {
                  @Override
                  public List<ClaimedOperation> claim(int limit, Instant now, Instant until) {
                    return inner.claim(limit, now, now);
                  }
                }),
        new PortFault<>(
            "a former owner ends the operation",
            "afterItsLeaseAnOperationIsClaimedAgainAndItsFormerOwnerStoresNothing",
            inner ->
                new Changed(inner) {
                  @Override
                  public Settled end(
                      ClaimedOperation operation, OperationResult result, Instant now) {
                    inner.end(operation, result, now);
                    return Settled.STORED;
                  }
                }),
        new PortFault<>(
            "drops have no bound",
            "dropsAreBoundedAndLeaveWhatIsQueued",
            inner ->
                new Changed(inner) {
                  @Override
                  public int drop(Instant before, int limit) {
                    return inner.drop(before, Integer.MAX_VALUE);
                  }
                }));
  }

  private static NewOperation with(
      NewOperation operation, String subject, @Nullable IdempotencyKey key) {
    return new NewOperation(
        operation.id(), operation.caller(), subject, operation.account(), key, operation.request());
  }

  /** Passes every call on. */
  private static class Changed implements Operations {
    private final InMemoryOperations inner;

    Changed(InMemoryOperations inner) {
      this.inner = inner;
    }

    @Override
    public Accepted accept(NewOperation operation, Instant now) {
      return inner.accept(operation, now);
    }

    @Override
    public Optional<Operation> find(OperationId id) {
      return inner.find(id);
    }

    @Override
    public List<ClaimedOperation> claim(int limit, Instant now, Instant until) {
      return inner.claim(limit, now, until);
    }

    @Override
    public Settled end(ClaimedOperation operation, OperationResult result, Instant now) {
      return inner.end(operation, result, now);
    }

    @Override
    public Settled retry(ClaimedOperation operation, Instant next) {
      return inner.retry(operation, next);
    }

    @Override
    public int drop(Instant before, int limit) {
      return inner.drop(before, limit);
    }

    @Override
    public OperationFigures figures(Instant now) {
      return inner.figures(now);
    }
  }
}
