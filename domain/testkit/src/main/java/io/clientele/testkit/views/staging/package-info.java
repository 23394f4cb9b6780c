/**
 * The contract of the view staging.
 *
 * <p>Start at {@link io.clientele.testkit.views.staging.ViewStagingContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.staging;
