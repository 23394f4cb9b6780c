/**
 * Queued writes over HTTP: {@link QueuedWrites} accepts the requests of clients that prefer so,
 * {@link QueuedWriteRunner} answers them later by the routes of all contexts, and {@link
 * OperationRoutes} shows what became of them. Uses the shared packages, authentication, and the use
 * cases and domain of operation. Start at {@link QueuedWrites}.
 */
@NullMarked
package io.clientele.http.operation;

import org.jspecify.annotations.NullMarked;
