/**
 * An exhaustive search of interleavings over the rules of the view counter. A {@link
 * io.clientele.domain.views.search.Scenario} bounds one shard: its views, its processes and the
 * faults that may strike; {@link io.clientele.domain.views.search.Search} walks every order of
 * steps and faults, breadth first, and each step on the way is taken by the domain's own classes
 * ({@link io.clientele.domain.views.search.Steps}). Every view is an account of its own, so that
 * any single loss or double shows. Start at {@link
 * io.clientele.domain.views.search.InterleavingsTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.search;
