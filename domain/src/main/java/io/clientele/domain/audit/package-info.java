/**
 * The trail of who did what. Knows the kernel, and of accounts the id alone. Start at {@link
 * io.clientele.domain.audit.AuditEntry}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit;
