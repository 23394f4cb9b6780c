/**
 * Contracts of the interfaces of a view counter.
 *
 * <p>Start at {@link io.clientele.testkit.views.counter.ViewRecorderContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.counter;
