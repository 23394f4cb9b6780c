package io.clientele.archrules.market.tools;

import io.clientele.archrules.market.domain.order.Purchase;

/** Clean: outside the layers. */
public record Importer(Purchase order) {}
