/**
 * Shared by contracts and in-memory ports of all contexts: concurrent calls, simulated outages. The
 * module does not export this package.
 *
 * <p>Start at {@link io.clientele.testkit.kernel.internal.ConcurrentCalls}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.kernel.internal;
