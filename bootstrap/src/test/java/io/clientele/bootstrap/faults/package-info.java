/**
 * Tests under load while servers fail: kills, failover, network faults, clock changes, overload,
 * long runs. {@code FaultTestbed} injects the fault and verifies that every view was counted once;
 * {@code FaultReport} writes the figures.
 */
@NullMarked
package io.clientele.bootstrap.faults;

import org.jspecify.annotations.NullMarked;
