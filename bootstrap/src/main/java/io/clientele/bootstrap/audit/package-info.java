/**
 * Wires the audit trail, and defines the jobs that extend and verify its hash chain. Start at
 * {@link AuditModule}.
 */
@NullMarked
package io.clientele.bootstrap.audit;

import org.jspecify.annotations.NullMarked;
