/**
 * Contracts of the audit trail and its hash chain.
 *
 * <p>Start at {@link io.clientele.testkit.audit.AuditTrailContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.audit;
