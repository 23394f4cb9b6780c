package io.clientele.application.operation;

import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.OperationRunner;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.task.TaskBackoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Runs the operations that are due, one after the other. Any number of instances may run this at
 * the same time. To be run several times a second, on one thread.
 */
public final class RunOperations {
  private static final int CLAIMED_MAX = 8;
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** An operation is not begun when less of its lease is left. */
  private static final Duration LEFT_MIN = Duration.ofSeconds(15);

  private final Operations operations;
  private final OperationRunner runner;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Listener listener;

  /** Receives the result of each attempt. */
  @FunctionalInterface
  public interface Listener {
    /** An attempt has ended. */
    void ended(Verdict verdict);
  }

  public RunOperations(
      Operations operations,
      OperationRunner runner,
      InstantSource clock,
      RandomGenerator random,
      Listener listener) {
    this.operations = Objects.requireNonNull(operations, "operations");
    this.runner = Objects.requireNonNull(runner, "runner");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /** Runs operations until none is due. */
  public void run() {
    List<ClaimedOperation> batch;
    do {
      var now = clock.instant();
      var until = now.plus(LEASE);
      batch = operations.claim(CLAIMED_MAX, now, until);
      batch.forEach(operation -> run(operation, until));
    } while (!batch.isEmpty());
  }

  private void run(ClaimedOperation operation, Instant until) {
    if (clock.instant().plus(LEFT_MIN).isAfter(until)) {
      return; // It is claimed again when the lease is over.
    }
    listener.ended(settled(operation, runner.run(operation)));
  }

  /** Ends the operation, or has it run again; after the last attempt the refusal is its result. */
  private Verdict settled(ClaimedOperation operation, OperationResult result) {
    var now = clock.instant();
    if (result.verdict() != Verdict.UNAVAILABLE) {
      operations.end(operation, result, now);
      return result.verdict();
    }
    var next = TaskBackoff.next(operation.attempt(), now, random);
    if (next.isPresent()) {
      operations.retry(operation, next.get());
      return Verdict.UNAVAILABLE;
    }
    operations.end(
        operation, new OperationResult(Verdict.FAILED, result.account(), result.response()), now);
    return Verdict.FAILED;
  }
}
