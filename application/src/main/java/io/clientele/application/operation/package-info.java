/**
 * Queues writes, runs them, and shows their results.
 *
 * <p>Uses the domain of operation, the backoff of task, and identity. Start at {@link
 * io.clientele.application.operation.RunOperations}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.operation;
