package io.clientele.archrules.shop.web;

import io.clientele.archrules.shop.application.PlaceOrder;

/** Clean: a driving adapter. */
public record OrderRoutes(PlaceOrder placeOrder) {}
