package io.clientele.domain.event;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of the feed. */
public enum EventPermission implements Permission {
  /** Read events; without {@link #VIEW_ALL_EVENTS}, only those of one's own account. */
  VIEW_EVENTS,

  /** Read the events of all accounts, and the proof that none is missing. */
  VIEW_ALL_EVENTS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR,
              Set.of(VIEW_EVENTS, VIEW_ALL_EVENTS),
              Role.AUDITOR,
              Set.of(VIEW_EVENTS, VIEW_ALL_EVENTS),
              Role.CUSTOMER,
              Set.of(VIEW_EVENTS)));
}
