package io.clientele.http.operation;

import static io.clientele.domain.operation.OperationPermission.VIEW_OWN_OPERATIONS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.operation.ViewOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Shows queued writes and their results. */
public final class OperationRoutes implements RouteGroup {
  static final String ALL = "/v1/operations";

  private final ViewOperation viewOperation;

  public OperationRoutes(ViewOperation viewOperation) {
    this.viewOperation = viewOperation;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ALL + "/{id}").permits(VIEW_OWN_OPERATIONS).by(this::view);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OperationId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var operation =
        ProblemException.unlessGranted(viewOperation.view(Actors.of(http), sound(id)))
            .orElseThrow(
                () ->
                    new ProblemException(Problem.noSuchThing("There is no operation of this id.")));
    Responses.json(http, json -> OperationJson.write(json, operation));
  }
}
