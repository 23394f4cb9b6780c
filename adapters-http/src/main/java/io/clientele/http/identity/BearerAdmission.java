package io.clientele.http.identity;

import io.clientele.application.identity.KeyUses;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.Withdrawals;
import io.clientele.http.Admission;
import io.clientele.http.Problem;
import io.clientele.http.Refusal;
import io.javalin.http.Context;
import io.opentelemetry.api.metrics.Meter;
import java.time.InstantSource;

/** Lets in whoever brings a bearer token (RFC 6750) that is good. */
public final class BearerAdmission implements Admission {
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"clientele\"";

  private final Callers callers;

  /** Accepts the tokens that this reader accepts, and API keys of this store. */
  public BearerAdmission(
      TokenReader reader,
      ApiKeys keys,
      KeyUses uses,
      Withdrawals withdrawals,
      InstantSource clock,
      Meter meter) {
    this.callers = new Callers(reader, keys, uses, withdrawals, clock, meter);
  }

  @Override
  public Actor admit(Context http) {
    var caller = caller(http);
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

  /** An end of RFC 6750, section 3, which tells nothing of why a token is not good. */
  static Refusal unknown(String detail, boolean hasToken) {
    return new Refusal(
        Problem.of(401, "not-authenticated", "Not authenticated", detail)
            .with(
                "WWW-Authenticate",
                hasToken ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE));
  }

  private Caller caller(Context http) {
    var header = http.req().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unknown("This wants a bearer token.", false);
    }
    var caller = callers.find(header.substring(SCHEME.length()).strip());
    if (caller == null) {
      throw unknown("The token is not good, or not any more.", true);
    }
    return caller;
  }
}
