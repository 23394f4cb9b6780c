package com.acme.domain.order;

import io.clientele.domain.kernel.Permission;

/** Acme's own permissions. */
public enum OrderPermission implements Permission {
  PLACE_ORDERS,
  CANCEL_ORDERS
}
