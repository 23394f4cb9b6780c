/**
 * Counting views at no cost to a reader, and telling how many there are. Two ways to count: through
 * a shared staging ({@link io.clientele.application.views.ViewCounter}) and without one ({@link
 * io.clientele.application.views.DirectViews}). Knows the domain; starts no thread: the loops are
 * offered as jobs. Start at {@link io.clientele.application.views.Views}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views;
