package io.clientele.domain.identity;

import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of identity: one's own identity, operators and API keys. */
public enum IdentityPermission implements Permission {
  /** See oneself, and end one's own session. */
  VIEW_SELF,
  /** Change one's own password. */
  CHANGE_OWN_PASSWORD,
  /** See and choose one's own preferences. */
  CHOOSE_PREFERENCES,
  /** See operators and API keys. */
  VIEW_OPERATORS,
  /** Add, change and remove operators; issue and revoke API keys. */
  CHANGE_OPERATORS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR, Set.of(VIEW_SELF, CHANGE_OWN_PASSWORD, CHOOSE_PREFERENCES),
              Role.AUDITOR,
                  Set.of(VIEW_SELF, CHANGE_OWN_PASSWORD, CHOOSE_PREFERENCES, VIEW_OPERATORS),
              Role.CUSTOMER, Set.of(VIEW_SELF)));
}
