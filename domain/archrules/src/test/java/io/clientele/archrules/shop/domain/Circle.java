package io.clientele.archrules.shop.domain;

import io.clientele.archrules.shop.domain.credit.Arc;

/** With {@link Arc}, a cycle. */
public record Circle(Arc arc) {}
