/**
 * The routes of tasks. Uses the shared packages, and the use cases and domain of task. Start at
 * {@link TaskRoutes}.
 */
@NullMarked
package io.clientele.http.task;

import org.jspecify.annotations.NullMarked;
