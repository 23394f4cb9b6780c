/**
 * The contract of {@link io.clientele.domain.task.Tasks}.
 *
 * <p>Start at {@link io.clientele.testkit.task.TasksContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.task;
