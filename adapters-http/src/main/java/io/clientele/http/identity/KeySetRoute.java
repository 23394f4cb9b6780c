package io.clientele.http.identity;

import io.clientele.http.Answers;
import io.clientele.http.Faults;
import io.clientele.http.Query;
import io.clientele.http.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The public keys of our tokens, for whoever wants to verify one (RFC 7517). */
public final class KeySetRoute {
  private final byte[] keySet;

  /** Publishes the public parts of these. */
  public KeySetRoute(TokenKeys keys) {
    this.keySet = keys.published();
  }

  /** Registers it; anyone may read. */
  public void addTo(Routes routes) {
    routes.open("/.well-known/jwks.json", Routes.JSON, this::answer);
  }

  /** Kept for five minutes: a key is made known before it signs. */
  private void answer(Context http) throws IOException {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    faults.refuse();
    http.res().setHeader("Cache-Control", "public, max-age=300");
    Answers.json(http, 200, keySet);
  }
}
