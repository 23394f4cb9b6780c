package io.clientele.http.health;

import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Serves liveness, start-up and readiness to load balancers. Liveness checks no dependency, because
 * a restart of the service repairs none. Readiness requires that every required dependency is up
 * and that the service is not stopping.
 */
public final class HealthRoutes implements RouteGroup {
  private final HealthState health;
  private final String revision;

  /** Creates the routes. They tell {@code revision}, the commit that the service was built from. */
  public HealthRoutes(HealthState health, String revision) {
    this.health = health;
    this.revision = revision;
  }

  @Override
  public void addTo(Routes routes) {
    routes.open("/health/live").ofEveryFront().by(http -> answer(http, true, Map.of()));
    routes
        .open("/health/started")
        .ofEveryFront()
        .by(http -> answer(http, health.isStarted(), Map.of()));
    routes.open("/health/ready").ofEveryFront().by(this::ready);
  }

  private void ready(Context http) throws IOException {
    var isReady = health.isStarted() && !health.isStopping();
    var states = health.states();
    for (var dependency : health.dependencies()) {
      isReady &= states.getOrDefault(dependency.name(), false) || !dependency.isRequired();
    }
    answer(http, isReady, states);
  }

  private void answer(Context http, boolean isUp, Map<String, Boolean> dependencies)
      throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    if (!isUp) {
      throw new ProblemException(Problem.unavailable().withDependencies(dependencies));
    }
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("state", "up");
          json.writeStringProperty("revision", revision);
          if (!dependencies.isEmpty()) {
            JsonWriter.writeStates(json, "dependencies", dependencies);
          }
          json.writeEndObject();
        });
  }
}
