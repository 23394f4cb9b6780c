/**
 * Past views by hour and day, and the log of past flushes.
 *
 * <p>Uses the kernel only. Start at {@link io.clientele.domain.views.history.ViewHistory}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.history;
