package io.clientele.domain.audit;

/**
 * Remembers how far the chain has come, outside of what keeps the chain. Implementations are safe
 * for use by many threads and throw {@link io.clientele.domain.PortUnavailable} when they cannot
 * know.
 */
public interface AuditHeads {
  /** The newest that anybody has published; {@link Head#NONE} if nobody has. */
  Head newest();

  /** Remembers this one unless it knows a newer one. */
  void publish(Head head);
}
