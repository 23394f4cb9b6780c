package io.clientele.archrules.shop.domain;

import io.clientele.archrules.shop.application.PlaceOrder;

record SeesAUseCase(PlaceOrder use) {}
