/** Wires queued writes and the job that runs them. Start at {@link OperationModule}. */
@NullMarked
package io.clientele.bootstrap.operation;

import org.jspecify.annotations.NullMarked;
