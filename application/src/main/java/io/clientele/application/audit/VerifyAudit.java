package io.clientele.application.audit;

import io.clientele.application.kernel.Access;
import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;

/** Verifies that the audit trail was not changed. */
public final class VerifyAudit {
  private final AuditChain chain;
  private final KnownHeads known;

  /** Compares this chain with what is known of it. */
  public VerifyAudit(AuditChain chain, KnownHeads known) {
    this.chain = chain;
    this.known = known;
  }

  /** The result of the verification, if the actor may see the audit trail. */
  public Access<Verification> verify(Actor actor, AuditSpan span) {
    return Access.when(actor.may(Permission.VIEW_AUDIT), () -> chain.verify(span, known.all()));
  }
}
