package io.clientele.domain.audit.chain;

/**
 * Is told of each fault that a verification finds in the audit trail, repeatedly while it is there.
 * Contexts contribute these. Implementations return at once and are safe for use by many threads.
 */
@FunctionalInterface
public interface AuditBreakListener {
  /** The chain has this fault. */
  void broken(VerificationResult.Break fault);
}
