package io.clientele.application.audit;

import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.Verification;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks whether the trail is what it was, without being asked by anyone. To be run now and then: it
 * costs as much as was done in the time that it looks over.
 */
public final class WatchAudit {
  private final AuditChain chain;
  private final KnownHeads known;
  private final InstantSource clock;

  /** Watches this chain. */
  public WatchAudit(AuditChain chain, KnownHeads known, InstantSource clock) {
    this.chain = chain;
    this.known = known;
    this.clock = clock;
  }

  /** What is found in the entries of so long ago, and in all blocks since. */
  public Verification watch(Duration past) {
    return chain.verify(new AuditSpan(clock.instant().minus(past), null), known.all());
  }
}
