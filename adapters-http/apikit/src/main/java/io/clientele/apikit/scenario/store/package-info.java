/**
 * Scenarios of what customers buy: the calls of the store, and those of operations on orders. Uses
 * the session and the contract of scenarios. Start at {@link StoreScenario}.
 */
@NullMarked
package io.clientele.apikit.scenario.store;

import org.jspecify.annotations.NullMarked;
