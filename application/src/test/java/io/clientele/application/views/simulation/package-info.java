/**
 * A deterministic simulation of several counters, one staging and one ledger. A seed decides the
 * order of all steps and faults: lost, late and duplicated messages, killed processes, and stores
 * that fall back to an earlier state.
 *
 * <p>Start at {@link io.clientele.application.views.simulation.Simulation}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views.simulation;
