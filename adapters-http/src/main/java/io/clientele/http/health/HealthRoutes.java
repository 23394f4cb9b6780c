package io.clientele.http.health;

import io.clientele.http.Answers;
import io.clientele.http.Faults;
import io.clientele.http.Json;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Health, for load balancers. Live never looks at a dependency: restarting us cures none. Ready
 * wants those that are required, and that we are not stopping.
 */
public final class HealthRoutes {
  private final Health health;

  /** Tells of this. */
  public HealthRoutes(Health health) {
    this.health = health;
  }

  /** Registers them; anyone may ask. */
  public void addTo(Routes routes) {
    routes.open("/health/live", Routes.JSON, http -> answer(http, true, Map.of()));
    routes.open("/health/started", Routes.JSON, http -> answer(http, health.isStarted(), Map.of()));
    routes.open("/health/ready", Routes.JSON, this::ready);
  }

  private void ready(Context http) throws IOException {
    var isReady = health.isStarted() && !health.isStopping();
    var states = health.states();
    for (var dependency : health.dependencies()) {
      isReady &= states.getOrDefault(dependency.name(), false) || !dependency.isRequired();
    }
    answer(http, isReady, states);
  }

  private static void answer(Context http, boolean isUp, Map<String, Boolean> dependencies)
      throws IOException {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    faults.refuse();
    if (!isUp) {
      throw new Refusal(Problem.unavailable().withDependencies(dependencies));
    }
    Answers.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("state", "up");
          if (!dependencies.isEmpty()) {
            Json.writeStates(json, "dependencies", dependencies);
          }
          json.writeEndObject();
        });
  }
}
