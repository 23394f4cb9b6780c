/**
 * A model checker for the view counting protocol. It explores every interleaving of steps and
 * faults of one shard, breadth first, and checks the invariants in each state. The package holds
 * the checker, the invariants and the transitions of each process.
 *
 * <p>Every view belongs to an account of its own, so that each lost or duplicated view is visible.
 * Start at {@link io.clientele.domain.views.modelcheck.InterleavingsTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.modelcheck;
