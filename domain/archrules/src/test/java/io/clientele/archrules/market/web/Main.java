package io.clientele.archrules.market.web;

import io.clientele.archrules.market.web.order.export.OrderExport;

/** Clean where the map allows the layer's root to use all contexts. */
public record Main(OrderExport export) {}
