package io.clientele.application.audit;

import io.clientele.application.kernel.Access;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.identity.Actor;
import java.util.Objects;

/** Verifies that the audit trail was not changed. */
public final class VerifyAuditTrail {
  private final AuditChain chain;
  private final KnownChainHeads known;

  /** Verifies this chain against the known heads. */
  public VerifyAuditTrail(AuditChain chain, KnownChainHeads known) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.known = Objects.requireNonNull(known, "known");
  }

  /** Returns the result of the verification, if the actor may see the audit trail. */
  public Access<VerificationResult> verify(Actor actor, AuditTimeRange span) {
    return Access.when(
        actor.may(AuditPermission.VIEW_AUDIT), () -> chain.verify(span, known.all()));
  }
}
