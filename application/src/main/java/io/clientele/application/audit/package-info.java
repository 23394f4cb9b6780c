/**
 * The use cases of the audit trail: listing entries, extending the hash chain and verifying it.
 *
 * <p>Uses the domain's audit and identity contexts. Start at {@link
 * io.clientele.application.audit.ListAuditEntries}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.audit;
