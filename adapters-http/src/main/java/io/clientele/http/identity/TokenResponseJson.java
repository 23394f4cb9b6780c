package io.clientele.http.identity;

import io.clientele.application.identity.IssuedTokens;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Writes the response of a successful sign-in or refresh. */
final class TokenResponseJson {
  private TokenResponseJson() {}

  /** The refresh token is omitted if a cookie contains it. */
  static void write(JsonGenerator json, IssuedTokens grant, Instant now, boolean isInCookie) {
    json.writeStartObject();
    json.writeStringProperty("accessToken", grant.access().value().value());
    json.writeStringProperty("tokenType", "Bearer");
    json.writeNumberProperty("expiresIn", seconds(now, grant.access().expiresAt()));
    if (!isInCookie) {
      json.writeStringProperty("refreshToken", grant.refresh().value());
    }
    json.writeNumberProperty("refreshExpiresIn", refreshSeconds(grant, now));
    if (grant.operator().passwordChangeRequired()) {
      json.writeBooleanProperty("passwordChangeRequired", true);
    }
    json.writeEndObject();
  }

  static long refreshSeconds(IssuedTokens grant, Instant now) {
    return seconds(now, grant.session().refreshableUntil());
  }

  private static long seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds());
  }
}
