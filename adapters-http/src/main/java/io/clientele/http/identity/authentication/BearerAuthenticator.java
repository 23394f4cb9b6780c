package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Revocations;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.route.Authenticator;
import io.javalin.http.Context;
import io.opentelemetry.api.metrics.Meter;
import java.time.InstantSource;

/** Authenticates callers by a valid bearer token (RFC 6750). */
public final class BearerAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer ";
  private static final String INVALID = "The token is invalid or expired.";
  private static final String CHALLENGE = "Bearer realm=\"clientele\"";

  private final CallerResolver callers;

  /** Accepts the tokens and the API keys that these verifiers accept. */
  public BearerAuthenticator(
      TokenVerifier reader,
      ApiKeyVerifier keys,
      Revocations withdrawals,
      InstantSource clock,
      Meter meter) {
    this.callers = new CallerResolver(reader, keys, withdrawals, clock, meter);
  }

  @Override
  public Actor admit(Context http, Front front) {
    var caller = caller(http);
    if (caller.front() != front) {
      throw unknown(INVALID, true);
    }
    Actors.keep(caller, http);
    return caller.actor();
  }

  /**
   * Refuses callers that were signed out, demoted or revoked since, and begins to fetch keys of
   * outside issuers that are too old. To be called once a second.
   */
  public void refresh() {
    callers.refresh();
  }

  /** Returns a 401 as in RFC 6750, section 3. It does not tell why a token is invalid. */
  public static ProblemException unknown(String detail, boolean hasToken) {
    return new ProblemException(
        Problem.of(401, "not-authenticated", "Not authenticated", detail)
            .with(
                "WWW-Authenticate",
                hasToken ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE));
  }

  private AuthenticatedCaller caller(Context http) {
    var header = http.req().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unknown("The bearer token is missing.", false);
    }
    var caller = callers.find(header.substring(SCHEME.length()).strip());
    if (caller == null) {
      throw unknown(INVALID, true);
    }
    return caller;
  }
}
