package io.clientele.domain.operation;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of operations. */
public enum OperationPermission implements Permission {
  /** See the own operations. */
  VIEW_OWN_OPERATIONS,
  /** See the operations of all callers. Only administrators hold it. */
  VIEW_ALL_OPERATIONS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR, Set.of(VIEW_OWN_OPERATIONS),
              Role.AUDITOR, Set.of(VIEW_OWN_OPERATIONS),
              Role.CUSTOMER, Set.of(VIEW_OWN_OPERATIONS)));
}
