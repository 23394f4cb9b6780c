package io.clientele.domain.parcel;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of parcels. */
public enum ParcelPermission implements Permission {
  /** See parcels. */
  VIEW_PARCELS,
  /** Send parcels. */
  SEND_PARCELS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR, Set.of(VIEW_PARCELS, SEND_PARCELS),
              Role.AUDITOR, Set.of(VIEW_PARCELS)));
}
