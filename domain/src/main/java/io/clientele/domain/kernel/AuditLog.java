package io.clientele.domain.kernel;

/**
 * Appends entries of actions that change no state, such as a failed sign-in or an export. A store
 * appends the entries of a change itself, in the transaction of the change. Implementations are
 * safe for use by many threads and throw {@link PortUnavailable} when the trail cannot be reached.
 */
public interface AuditLog {
  /** Appends one entry. */
  void append(AuditEntry entry);
}
