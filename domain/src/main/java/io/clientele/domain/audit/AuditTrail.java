package io.clientele.domain.audit;

import io.clientele.domain.kernel.AuditLog;

/**
 * Stores and lists audit entries, which never change and are never removed. Implementations are
 * safe for use by many threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when
 * the trail cannot be reached.
 */
public interface AuditTrail extends AuditLog {
  /** Returns one page of the entries that the query selects. */
  AuditPage page(AuditQuery query);
}
