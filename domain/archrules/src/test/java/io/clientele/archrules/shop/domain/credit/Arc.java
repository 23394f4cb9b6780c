package io.clientele.archrules.shop.domain.credit;

import io.clientele.archrules.shop.domain.Circle;

/** With {@link Circle}, a cycle. */
public interface Arc {
  Circle circle();
}
