package io.clientele.domain.views;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of the view counter. */
public enum ViewsPermission implements Permission {
  /** See flushes and the reconciliation of views. */
  VIEW_COUNTER,
  /** Start a flush. */
  FLUSH_VIEWS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(Role.OPERATOR, Set.of(VIEW_COUNTER), Role.AUDITOR, Set.of(VIEW_COUNTER)));
}
