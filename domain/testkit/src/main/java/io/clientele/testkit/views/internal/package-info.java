/**
 * A writer whose batches are known to the test, used by the contracts of ledger and staging. The
 * module does not export this package.
 *
 * <p>Start at {@link io.clientele.testkit.views.internal.TestWriter}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.internal;
