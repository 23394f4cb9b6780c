package io.clientele.http.identity;

import io.clientele.application.identity.IssuedTokens;
import io.clientele.domain.kernel.Causation;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** Sends issued tokens, and reads the cause of their requests. */
final class TokenResponses {
  private TokenResponses() {}

  /** Returns the cause of the request; throws a problem if it has query parameters. */
  static Causation cause(Context http) {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var cause = Actors.cause(http, faults);
    faults.refuse();
    return cause;
  }

  /** Puts the refresh token into its cookie. */
  static void setCookie(Context http, IssuedTokens grant, Instant now) {
    var seconds = TokenResponseJson.refreshSeconds(grant, now);
    RefreshCookie.set(http, grant.refresh().value(), seconds);
  }

  /**
   * Sends the tokens.
   *
   * @param isInCookie whether the refresh token is in its cookie, and so not in the body
   */
  static void give(Context http, int status, IssuedTokens grant, Instant now, boolean isInCookie)
      throws IOException {
    var body = JsonWriter.write(json -> TokenResponseJson.write(json, grant, now, isInCookie));
    Responses.json(http, status, body);
  }
}
