package io.clientele.archrules.market.web.shop;

import io.clientele.archrules.market.domain.kernel.Money;

/** In a package that the map does not name. */
record Basket(Money sum) {}
