/**
 * Contracts of the view history and the flush log.
 *
 * <p>Start at {@link io.clientele.testkit.views.history.ViewHistoryContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.history;
