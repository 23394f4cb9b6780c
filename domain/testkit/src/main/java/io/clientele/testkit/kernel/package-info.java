/**
 * Test data for every context, and the contracts of stored changes and of the rate limiter.
 *
 * <p>Start at {@link io.clientele.testkit.kernel.Sample}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.kernel;
