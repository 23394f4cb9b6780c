package io.clientele.archrules.shop.web;

import io.clientele.archrules.shop.application.PlaceOrder;
import jakarta.inject.Inject;

final class IsInjected {
  final PlaceOrder placeOrder;

  @Inject
  IsInjected(PlaceOrder placeOrder) {
    this.placeOrder = placeOrder;
  }
}
