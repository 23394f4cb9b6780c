/**
 * The contract and the in-memory implementation of the view staging.
 *
 * <p>Start at {@link io.clientele.testkit.views.staging.ViewStagingContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.staging;
