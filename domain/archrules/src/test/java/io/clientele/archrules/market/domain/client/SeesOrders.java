package io.clientele.archrules.market.domain.client;

import io.clientele.archrules.market.domain.order.Order;

/** Uses a context that uses this one. */
record SeesOrders(Order order, Order[] more) {}
