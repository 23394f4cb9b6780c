package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.ListOwnSessions;
import io.clientele.application.identity.SignOut;
import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.identity.authentication.AuthenticatedCaller;
import io.clientele.http.identity.authentication.AuthenticatedCaller.Operating;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The routes by which operators see and end their own sessions. */
public final class OwnSessionRoutes implements RouteGroup {
  private static final String ALL = "/v1/me/sessions";

  private final ListOwnSessions listOwnSessions;
  private final SignOut signOut;

  public OwnSessionRoutes(ListOwnSessions listOwnSessions, SignOut signOut) {
    this.listOwnSessions = listOwnSessions;
    this.signOut = signOut;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ALL).permits(IdentityPermission.VIEW_SELF).by(this::list);
    routes.delete(ALL + "/{id}").permits(IdentityPermission.VIEW_SELF).by(this::end);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    switch (Actors.caller(http)) {
      case Operating own -> {
        var sessions = sessions(own);
        Responses.json(http, json -> write(json, sessions, own.session()));
      }
      case AuthenticatedCaller _ -> Responses.json(http, json -> write(json, List.of(), null));
    }
  }

  private List<Session> sessions(Operating own) {
    return switch (listOwnSessions.list(own.actor(), own.operator())) {
      case Access.Granted<List<Session>>(var sessions) -> sessions;
      case Access.Denied<List<Session>> _ -> throw new ProblemException(Problem.notAllowed());
    };
  }

  private void end(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, SessionId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (signOut.signOut(actor, sound(id))) {
      case SignOut.Outcome.Done _ -> Responses.empty(http, 204);
      case SignOut.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case SignOut.Outcome.NoSuchSession _ ->
          throw new ProblemException(Problem.noSuchThing("The caller has no such session."));
    }
  }

  private static void write(
      JsonGenerator json, List<Session> sessions, @Nullable SessionId current) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    for (var session : sessions) {
      json.writeStartObject();
      json.writeStringProperty("id", session.id().toString());
      json.writeStringProperty("openedAt", Rfc3339.write(session.openedAt()));
      json.writeStringProperty("refreshedAt", Rfc3339.write(session.refreshedAt()));
      json.writeStringProperty("expiresAt", Rfc3339.write(session.refreshableUntil()));
      json.writeBooleanProperty("current", session.id().equals(current));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
