package io.clientele.archrules.market.web;

import io.clientele.archrules.market.web.order.export.PurchaseExport;

/** Clean where the map allows the layer's root to use all contexts. */
public record WebMain(PurchaseExport export) {}
