package io.clientele.archrules.market.tools;

import io.clientele.archrules.market.domain.order.Order;

/** Clean: outside the layers. */
public record Importer(Order order) {}
