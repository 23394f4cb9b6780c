package io.clientele.application.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationResult;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks whether the trail is what it was, without being asked by anyone. To be run now and then: it
 * costs as much as was done in the time that it looks over.
 */
public final class VerifyRecentAuditTrail {
  private final AuditChain chain;
  private final KnownChainHeads known;
  private final InstantSource clock;

  /** Verifies entries of this chain. */
  public VerifyRecentAuditTrail(AuditChain chain, KnownChainHeads known, InstantSource clock) {
    this.chain = chain;
    this.known = known;
    this.clock = clock;
  }

  /** What is found in the entries of so long ago, and in all blocks since. */
  public VerificationResult verify(Duration past) {
    return chain.verify(new AuditTimeRange(clock.instant().minus(past), null), known.all());
  }
}
