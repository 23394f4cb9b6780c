/**
 * The audit trail in memory, with its hash chain. Uses the domain and the kernel of this module.
 * Start at {@link io.clientele.inmemory.audit.InMemoryAuditTrail}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.audit;
