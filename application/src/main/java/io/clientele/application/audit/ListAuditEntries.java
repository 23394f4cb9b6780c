package io.clientele.application.audit;

import io.clientele.application.kernel.Access;
import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.Actor;
import java.util.Objects;

/** Lists audit entries, newest first. */
public final class ListAuditEntries {
  private final AuditTrail trail;

  /** Lists entries of this trail. */
  public ListAuditEntries(AuditTrail trail) {
    this.trail = Objects.requireNonNull(trail, "trail");
  }

  /** Returns one page, if the actor may see the audit trail. */
  public Access<AuditPage> list(Actor actor, AuditQuery query) {
    return Access.when(actor.may(AuditPermission.VIEW_AUDIT), () -> trail.page(query));
  }
}
