package io.clientele.domain.care;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of customer care. */
public enum CarePermission implements Permission {
  /** See the owner, the notes and the timeline of accounts. */
  VIEW_CARE,
  /** Assign owners; write and remove notes. */
  CHANGE_CARE;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(Role.OPERATOR, Set.of(VIEW_CARE, CHANGE_CARE), Role.AUDITOR, Set.of(VIEW_CARE)));
}
