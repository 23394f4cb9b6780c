package io.clientele.domain.product;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of products. */
public enum ProductPermission implements Permission {
  /** See products with their prices, stock and views. */
  VIEW_PRODUCTS,
  /** Create and amend products, and set prices. */
  CHANGE_PRODUCTS,
  /** Receive goods and correct stock. */
  MOVE_STOCK;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR,
              Set.of(VIEW_PRODUCTS, CHANGE_PRODUCTS, MOVE_STOCK),
              Role.AUDITOR,
              Set.of(VIEW_PRODUCTS)));
}
