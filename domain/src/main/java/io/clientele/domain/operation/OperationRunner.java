package io.clientele.domain.operation;

/**
 * Runs the requests of operations. Implementations are safe for use by many threads. An operation
 * may run more than once: after a crash, or when a lease ends before the work does.
 */
@FunctionalInterface
public interface OperationRunner {
  /** Runs the request as the caller who sent it, with the permissions that the caller has now. */
  OperationResult run(ClaimedOperation operation);
}
