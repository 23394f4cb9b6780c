/**
 * The model that the checker explores: states, the bounds of a scenario, and the protocol steps,
 * which call the domain's own classes.
 *
 * <p>Start at {@link io.clientele.domain.views.modelcheck.model.StateSpace}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.modelcheck.model;
