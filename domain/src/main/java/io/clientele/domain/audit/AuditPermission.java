package io.clientele.domain.audit;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of the audit trail. */
public enum AuditPermission implements Permission {
  /** See the audit trail and verify that it was not changed. */
  VIEW_AUDIT;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(Set.of(values()), Map.of(Role.AUDITOR, Set.of(VIEW_AUDIT)));
}
