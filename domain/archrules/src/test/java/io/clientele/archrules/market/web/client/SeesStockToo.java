package io.clientele.archrules.market.web.client;

import io.clientele.archrules.market.domain.stock.Item;

/** A second class on the edge of {@link SeesStock}. */
record SeesStockToo(Item[] items) {}
