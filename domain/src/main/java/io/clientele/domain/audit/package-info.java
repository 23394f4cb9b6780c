/**
 * The audit trail: the port that appends and lists audit entries, and the queries and pages of a
 * list.
 *
 * <p>Uses the kernel only, and not the subpackage {@code chain}. Start at {@link
 * io.clientele.domain.audit.AuditTrail}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit;
