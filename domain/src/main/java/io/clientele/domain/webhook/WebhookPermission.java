package io.clientele.domain.webhook;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of webhooks. */
public enum WebhookPermission implements Permission {
  /** See webhooks, their progress, attempts and dead letters. */
  VIEW_WEBHOOKS,
  /**
   * Create, change, test and remove webhooks, have events sent again, see whole URLs and answers.
   */
  CHANGE_WEBHOOKS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(Role.OPERATOR, Set.of(VIEW_WEBHOOKS), Role.AUDITOR, Set.of(VIEW_WEBHOOKS)));
}
