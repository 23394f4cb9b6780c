package io.clientele.archrules.loose.application;

import java.util.Optional;

/** Does not say whether the shop is absent or the caller is denied. */
public final class FindShop {
  public Optional<String> find(String name) {
    return Optional.of(name);
  }
}
