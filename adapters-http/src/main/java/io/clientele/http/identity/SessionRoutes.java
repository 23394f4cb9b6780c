package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.RefreshSession;
import io.clientele.application.identity.SignOut;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.Secret;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.identity.authentication.AuthenticatedCaller;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes of refresh and sign-out. */
public final class SessionRoutes implements RouteGroup {
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> REFRESH = Set.of("refreshToken");
  private static final Problem.Fault NEITHER =
      new Problem.Fault("pointer", "#/refreshToken", "must be in the body or in the cookie");

  private final RefreshSession refreshSession;
  private final SignOut signOut;
  private final RefreshCookie cookie;
  private final InstantSource clock;

  /**
   * Routes to these use cases.
   *
   * @param origins from which the cookie is taken, besides our own
   */
  public SessionRoutes(
      RefreshSession refreshSession, SignOut signOut, AllowedOrigins origins, InstantSource clock) {
    this.refreshSession = refreshSession;
    this.signOut = signOut;
    this.cookie = new RefreshCookie(origins);
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/sessions/refresh")
        .anyone()
        .upTo(RequestBodies.ENTRANCE_BYTES_MAX)
        .by(this::refresh);
    routes
        .delete("/v1/sessions/current")
        .permits(IdentityPermission.VIEW_SELF)
        .unless(this::endByCookie)
        .by(this::end);
  }

  private void refresh(Context http) throws IOException {
    var cause = TokenResponses.cause(http);
    var inCookie = RefreshCookie.read(http);
    var inBody = inBody(http, inCookie);
    if (inCookie != null) {
      cookie.requireOrigin(http);
    }
    var token = inCookie == null ? sound(inBody) : inCookie;
    switch (refreshSession.refresh(new Secret(token), cause)) {
      case RefreshSession.Outcome.Refreshed(var grant) -> {
        var now = clock.instant();
        if (inCookie != null) {
          TokenResponses.setCookie(http, grant, now);
        }
        TokenResponses.give(http, 200, grant, now, inCookie != null);
      }
      case RefreshSession.Outcome.Refused _ ->
          throw BearerAuthenticator.unknown("The session has ended. Sign in again.", false);
    }
  }

  /**
   * Ends the session of the refresh cookie. The access token is not looked at. A cookie that is not
   * ours ends nothing.
   */
  private boolean endByCookie(Context http) {
    var token = RefreshCookie.read(http);
    if (token == null) {
      return false;
    }
    cookie.requireOrigin(http);
    var cause = TokenResponses.cause(http);
    RequestBodies.ignore(http);
    if (signOut.signOut(new Secret(token), cause) instanceof SignOut.Outcome.NoSuchSession) {
      return false;
    }
    RefreshCookie.clear(http);
    Responses.empty(http, 204);
    return true;
  }

  private void end(Context http) {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    var isEnded =
        Actors.caller(http) instanceof AuthenticatedCaller.Operating operating
            && signOut.signOut(actor, operating.session()) instanceof SignOut.Outcome.Done;
    if (!isEnded) {
      throw new ProblemException(Problem.noSuchThing("The caller has no session."));
    }
    RefreshCookie.clear(http);
    Responses.empty(http, 204);
  }

  /** Returns the token in the body or the cookie; refuses a request that has neither. */
  private static @Nullable String inBody(Context http, @Nullable String inCookie) {
    if (!RequestBodies.has(http)) {
      if (inCookie == null) {
        throw new ProblemException(Problem.invalid(List.of(NEITHER)));
      }
      return null;
    }
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(RequestBodies.read(http, JSON, faults), REFRESH, faults);
    var token =
        inCookie == null ? members.text("refreshToken") : members.optionalText("refreshToken");
    if (token != null && inCookie != null) {
      members.fault("refreshToken", "must be absent if the cookie is present");
    }
    faults.refuse();
    return token;
  }
}
