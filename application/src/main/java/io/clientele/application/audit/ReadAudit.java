package io.clientele.application.audit;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.util.Optional;

/** Lists who did what, newest first. */
public final class ReadAudit {
  private final AuditTrail trail;

  /** Lists what is in this trail. */
  public ReadAudit(AuditTrail trail) {
    this.trail = trail;
  }

  /** One page; empty if the actor may not see it. */
  public Optional<AuditPage> read(Actor actor, AuditQuery query) {
    return actor.may(Permission.VIEW_AUDIT) ? Optional.of(trail.page(query)) : Optional.empty();
  }
}
