package io.clientele.archrules.market.web.client;

import io.clientele.archrules.market.domain.stock.Item;

/** Uses a context that the map does not allow, in another layer. */
final class SeesStock {
  Item item(Runnable run) {
    return new Item("a", null);
  }
}
