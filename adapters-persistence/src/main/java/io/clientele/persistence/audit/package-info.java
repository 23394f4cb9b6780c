/**
 * The audit trail in PostgreSQL: pages of entries, the hash chain over them, and its verification.
 * Reads entries; `change` appends them. May use the domain of audit and identity and the shared
 * packages. Start at {@link JdbcAuditTrail}.
 */
@NullMarked
package io.clientele.persistence.audit;

import org.jspecify.annotations.NullMarked;
