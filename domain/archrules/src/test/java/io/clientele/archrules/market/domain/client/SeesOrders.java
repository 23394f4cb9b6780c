package io.clientele.archrules.market.domain.client;

import io.clientele.archrules.market.domain.order.Purchase;

/** Uses a context that uses this one. */
record SeesOrders(Purchase order, Purchase[] more) {}
