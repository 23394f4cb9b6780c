package com.acme.domain.order;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Permission;
import java.util.Set;

/** Acme's own roles, with permissions of Acme and of Clientele. */
public enum ShopRole {
  CASHIER(Set.of(OrderPermission.PLACE_ORDERS)),
  MANAGER(
      Set.of(
          OrderPermission.PLACE_ORDERS,
          OrderPermission.CANCEL_ORDERS,
          AccountPermission.VIEW_ACCOUNTS,
          AccountPermission.CHANGE_ACCOUNTS)),
  STOCK_TAKER(Set.of());

  private final Set<Permission> permissions;

  ShopRole(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  /** Returns an actor of this role; Clientele knows its permissions and not the role. */
  public Actor actor(String name) {
    return new Actor(name, Set.of(), permissions, null);
  }
}
