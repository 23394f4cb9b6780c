package io.clientele.domain.audit;

import io.clientele.domain.kernel.AuditEntry;

/**
 * Keeps what was done, for good: entries are never changed or removed. What a store changes it
 * appends itself, in the transaction of the change; this is for what changes nothing else, such as
 * a sign-in that failed or an export. Implementations are safe for use by many threads and throw
 * {@link io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface AuditTrail {
  /** Appends one entry. */
  void append(AuditEntry entry);

  /** One page of those that the query asks for. */
  AuditPage page(AuditQuery query);
}
