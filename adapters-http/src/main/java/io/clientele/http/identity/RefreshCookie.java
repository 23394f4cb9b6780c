package io.clientele.http.identity;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.Origin;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that holds the refresh token; scripts cannot read it. Browsers send it with requests
 * from any page, so the origin of a request that carries it is checked.
 */
final class RefreshCookie {
  private static final String NAME = "__Host-clientele-refresh";
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

  private final AllowedOrigins origins;

  /** Accepts the cookie from pages of these origins, besides our own. */
  RefreshCookie(AllowedOrigins origins) {
    this.origins = origins;
  }

  /** The token; null if the request has no such cookie. */
  static @Nullable String read(Context http) {
    return read(http, NAME);
  }

  /** The value of this cookie; null if the request has none. */
  static @Nullable String read(Context http, String name) {
    var cookies = http.req().getCookies();
    if (cookies != null) {
      for (var cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  static void set(Context http, String token, long seconds) {
    http.res().addHeader("Set-Cookie", NAME + "=" + token + ATTRIBUTES + seconds);
  }

  static void clear(Context http) {
    set(http, "", 0);
  }

  /** Answers 403 to a request of another origin, or without one. */
  void requireOrigin(Context http) {
    var header = http.req().getHeader("Origin");
    var origin = header == null ? null : Origin.parse(header);
    if (origin == null
        || !origins.allowed().contains(origin.toString())
            && !origin.isAt(http.req().getHeader("Host"))) {
      throw new ProblemException(
          Problem.of(
              403, "not-allowed", "Not allowed", "The cookie is not accepted from this origin."));
    }
  }
}
