package io.clientele.application.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Verifies the recent entries of the audit trail. Runs as a job; its cost grows with the number of
 * entries in the verified time.
 */
public final class VerifyRecentAuditTrail {
  private final AuditChain chain;
  private final KnownChainHeads known;
  private final InstantSource clock;

  /** Verifies entries of this chain. */
  public VerifyRecentAuditTrail(AuditChain chain, KnownChainHeads known, InstantSource clock) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.known = Objects.requireNonNull(known, "known");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Verifies the entries of the last {@code past}, and all blocks since then. */
  public VerificationResult verify(Duration past) {
    return chain.verify(new AuditTimeRange(clock.instant().minus(past), null), known.all());
  }
}
