package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.SignIn;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.limits.ConcurrencyClass;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.security.PasswordHashingLimits;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;

/** The route that opens a session by e-mail and password. */
public final class SignInRoutes implements RouteGroup {
  /**
   * Few sign-ins work at once, so that their queries leave the database and its connections to
   * reads. As many wait as can be hashed within the time of waiting.
   */
  private static final ConcurrencyClass SIGN_INS =
      new ConcurrencyClass(
          "sign-in",
          PasswordHashingLimits.SIGN_INS,
          PasswordHashingLimits.PLACES - PasswordHashingLimits.SIGN_INS,
          PasswordHashingLimits.WAIT_MILLIS);

  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> FIELDS = Set.of("email", "password", "cookie");

  private final SignIn signIn;
  private final SignInRateLimits budgets;
  private final SignInPlaceHashes places;
  private final InstantSource clock;

  public SignInRoutes(
      SignIn signIn, SignInRateLimits budgets, SignInPlaceHashes places, InstantSource clock) {
    this.signIn = signIn;
    this.budgets = budgets;
    this.places = places;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/sessions")
        .anyone()
        .queued(SIGN_INS)
        .upTo(RequestBodies.ENTRANCE_BYTES_MAX)
        .by(this::open);
  }

  private void open(Context http) throws IOException {
    var device = budgets.begin(http);
    var cause = TokenResponses.cause(http);
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(RequestBodies.read(http, JSON, faults), FIELDS, faults);
    var address = members.text("email");
    var email = address == null ? null : faults.body(() -> new Email(address));
    var password = members.text("password");
    var isInCookie = members.flag("cookie");
    faults.refuse();
    budgets.take(http, sound(email), device);
    switch (signIn.signIn(
        sound(email),
        new Secret(sound(password)),
        budgets.network(http),
        operator -> places.of(http, operator),
        cause)) {
      case SignIn.Outcome.SignedIn(var grant) -> {
        budgets.remember(http, grant.operator());
        var now = clock.instant();
        if (isInCookie) {
          TokenResponses.setCookie(http, grant, now);
          budgets.setCookie(http, sound(email), device);
        }
        TokenResponses.give(http, 201, grant, now, isInCookie);
      }
      case SignIn.Outcome.Refused _ ->
          throw BearerAuthenticator.unknown("The e-mail or the password is wrong.", false);
    }
  }
}
