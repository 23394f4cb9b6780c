package io.clientele.domain.notice;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of notices. */
public enum NoticePermission implements Permission {
  /** See and choose one's own notices. */
  CHOOSE_NOTICES;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(Role.OPERATOR, Set.of(CHOOSE_NOTICES), Role.AUDITOR, Set.of(CHOOSE_NOTICES)));
}
