/**
 * Tasks: work that is stored and done later, at least once, by any instance. A task that fails
 * again and again becomes a dead letter.
 *
 * <p>Uses the kernel and the grants of identity. Start at {@link io.clientele.domain.task.Tasks}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.task;
