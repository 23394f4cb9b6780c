/**
 * Concurrent calls, which the contracts of all contexts make. The module does not export this
 * package.
 *
 * <p>Start at {@link io.clientele.testkit.kernel.internal.ConcurrentCalls}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.kernel.internal;
