package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.ChangeOwnPassword;
import io.clientele.application.identity.ChangeOwnPassword.Outcome;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The route by which operators change their own password. */
public final class OwnPasswordRoutes implements RouteGroup {
  private static final Set<String> JSON = Set.of("application/json");
  private static final String CURRENT = "currentPassword";
  private static final String NEW = "newPassword";

  private final ChangeOwnPassword changeOwnPassword;
  private final RequestRateLimiter limits;

  public OwnPasswordRoutes(ChangeOwnPassword changeOwnPassword, RequestRateLimiter limits) {
    this.changeOwnPassword = changeOwnPassword;
    this.limits = limits;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/me/password")
        .permits(IdentityPermission.CHANGE_OWN_PASSWORD)
        .upTo(RequestBodies.ENTRANCE_BYTES_MAX)
        .by(this::change);
  }

  private void change(Context http) {
    var operating = Actors.operator(http, "Only operators have a password.");
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var body = RequestBodies.read(http, JSON, faults);
    var members = JsonObjectReader.of(body, Set.of(CURRENT, NEW), faults);
    var current = members.text(CURRENT);
    var chosen = chosen(members);
    faults.refuse();
    limits.take(http, IdentityRateLimits.OWN_PASSWORD, operating.operator().toString());
    var outcome =
        changeOwnPassword.change(
            actor,
            operating.operator(),
            operating.session(),
            new Secret(sound(current)),
            sound(chosen));
    switch (outcome) {
      case Outcome.Done _ -> Responses.empty(http, 204);
      case Outcome.WrongPassword _ -> throw wrong(CURRENT, "is not the current password");
      case Outcome.UnacceptablePassword(var rule) -> throw wrong(NEW, rule);
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case Outcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    }
  }

  private static @Nullable Password chosen(JsonObjectReader members) {
    var text = members.text(NEW);
    if (text == null) {
      return null;
    }
    try {
      return new Password(text);
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> members.fault(NEW, fault.rule()));
      return null;
    }
  }

  private static ProblemException wrong(String field, String rule) {
    return new ProblemException(
        Problem.invalid(List.of(new Problem.Fault("pointer", "#/" + field, rule))));
  }
}
