package io.clientele.http.identity;

import io.clientele.application.identity.ViewOperator;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.identity.authentication.AuthenticatedCaller;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The route that shows the caller. */
public final class MeRoutes implements RouteGroup {
  private final ViewOperator viewOperator;

  public MeRoutes(ViewOperator viewOperator) {
    this.viewOperator = viewOperator;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/me").permits(IdentityPermission.VIEW_SELF).by(this::view);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var caller = Actors.caller(http);
    switch (caller) {
      case AuthenticatedCaller.Operating one ->
          answer(http, "operator", one.operator().toString(), nameOf(one));
      case AuthenticatedCaller.Serving one ->
          answer(http, "apiKey", one.key().toString(), one.name());
      case AuthenticatedCaller.Outside one ->
          answer(http, "external", one.verified().subject(), one.verified().name());
    }
  }

  private String nameOf(AuthenticatedCaller.Operating one) {
    return switch (viewOperator.view(one.actor(), one.operator())) {
      case ViewOperator.Outcome.Found(var operator) -> operator.profile().name().value();
      case ViewOperator.Outcome.Denied _, ViewOperator.Outcome.NoSuchOperator _ ->
          throw BearerAuthenticator.unknown("The token is no longer valid.", true);
    };
  }

  private static void answer(Context http, String kind, String id, String name) throws IOException {
    var actor = Actors.of(http);
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("kind", kind);
          json.writeStringProperty("id", id);
          json.writeStringProperty("name", name);
          RolesJson.write(json, actor.roles());
          if (actor.ownAccount() != null) {
            json.writeStringProperty("accountId", actor.ownAccount().toString());
          }
          json.writeEndObject();
        });
  }
}
