package io.clientele.domain.order;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of orders. */
public enum OrderPermission implements Permission {
  /** See all orders, shipments, and whether orders and ledger agree. */
  VIEW_ORDERS,
  /** Confirm, cancel, ship and take back orders. */
  CHANGE_ORDERS,
  /** Place, see, confirm and cancel orders of the own account. */
  PLACE_ORDERS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR,
              Set.of(VIEW_ORDERS, CHANGE_ORDERS),
              Role.AUDITOR,
              Set.of(VIEW_ORDERS),
              Role.CUSTOMER,
              Set.of(PLACE_ORDERS)));
}
