/**
 * The routes of messages that other systems send. Uses the shared packages, and the use cases and
 * domain of hook. Start at {@link HookRoutes}.
 */
@NullMarked
package io.clientele.http.hook;

import org.jspecify.annotations.NullMarked;
