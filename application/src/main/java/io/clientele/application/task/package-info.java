/**
 * Carries tasks out, lists them, and has them carried out again.
 *
 * <p>Uses the domain of task and identity. Start at {@link io.clientele.application.task.RunTasks}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.task;
