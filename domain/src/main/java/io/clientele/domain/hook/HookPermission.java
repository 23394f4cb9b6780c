package io.clientele.domain.hook;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of received messages. Only administrators hold them. */
public enum HookPermission implements Permission {
  /** See which messages were received. */
  VIEW_HOOK_MESSAGES,
  /** Have a message handled again. */
  REPLAY_HOOK_MESSAGES;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS = new Grants(Set.of(values()), Map.of());
}
