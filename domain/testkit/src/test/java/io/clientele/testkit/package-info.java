/**
 * Shows that each contract finds the faults it is meant to find. Start at {@link
 * io.clientele.testkit.ContractsBiteTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit;
