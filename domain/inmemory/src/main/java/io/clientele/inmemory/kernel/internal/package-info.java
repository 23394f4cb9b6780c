/**
 * Simulated outages of ports in memory. The module does not export this package.
 *
 * <p>Start at {@link io.clientele.inmemory.kernel.internal.OutageSwitch}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.kernel.internal;
