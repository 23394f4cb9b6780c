package io.clientele.archrules.shop.domain;

import org.assertj.core.api.Condition;

interface KnowsALibrary {
  Condition<?>[] conditions();
}
