package io.clientele.domain.audit;

import io.clientele.domain.kernel.AuditLog;

/**
 * Keeps audit entries and lists them. Entries are never changed or removed. Implementations are
 * safe for use by many threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when
 * the trail cannot be reached.
 */
public interface AuditTrail extends AuditLog {
  /** One page of the entries that the query selects. */
  AuditPage page(AuditQuery query);
}
