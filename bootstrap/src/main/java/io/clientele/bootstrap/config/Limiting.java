package io.clientele.bootstrap.config;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits.Budget;
import java.util.Map;

/** Whether anyone may ask too often, and how often that is. */
public record Limiting(boolean isOn, Map<Budget, Limit> limits) {
  public Limiting {
    limits = Map.copyOf(limits);
  }

  /** As the settings spell it. */
  String text(Budget budget) {
    var limit = limits.get(budget);
    return limit == null ? "" : limit.size() + "/" + limit.window();
  }
}
