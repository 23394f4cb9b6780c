/**
 * The trail of who did what, and the chain that shows whether it was tampered with. Knows the
 * kernel, and of accounts the id alone. Start at {@link io.clientele.domain.audit.AuditEntry}, and
 * for the chain at {@link io.clientele.domain.audit.Block}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit;
