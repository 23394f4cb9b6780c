/**
 * The counter's own code in a world where only one thing happens at a time, in an order of chance:
 * messages get lost, come late or twice, processes die, and both stores go back. Start at {@link
 * io.clientele.application.views.simulation.World}.
 */
package io.clientele.application.views.simulation;
