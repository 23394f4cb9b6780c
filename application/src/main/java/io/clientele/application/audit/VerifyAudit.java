package io.clientele.application.audit;

import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.util.Optional;

/** Finds out whether the trail of audit is what it was. */
public final class VerifyAudit {
  private final AuditChain chain;
  private final KnownHeads known;

  /** Compares this chain with what is known of it. */
  public VerifyAudit(AuditChain chain, KnownHeads known) {
    this.chain = chain;
    this.known = known;
  }

  /** What was found; empty if the actor may not ask. */
  public Optional<Verification> verify(Actor actor, AuditSpan span) {
    return actor.may(Permission.VIEW_AUDIT)
        ? Optional.of(chain.verify(span, known.all()))
        : Optional.empty();
  }
}
