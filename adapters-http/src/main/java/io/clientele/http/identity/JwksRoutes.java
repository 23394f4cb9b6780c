package io.clientele.http.identity;

import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.security.TokenKeys;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Serves the public keys that verify our tokens, as a JWK set (RFC 7517). */
public final class JwksRoutes implements RouteGroup {
  private final byte[] keySet;

  /** Publishes the public parts of these. */
  public JwksRoutes(TokenKeys keys) {
    this.keySet = keys.published();
  }

  @Override
  public void addTo(Routes routes) {
    routes.open("/.well-known/jwks.json").by(this::answer);
  }

  /** Kept for five minutes: a key is made known before it signs. */
  private void answer(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    http.res().setHeader("Cache-Control", "public, max-age=300");
    Responses.json(http, 200, keySet);
  }
}
