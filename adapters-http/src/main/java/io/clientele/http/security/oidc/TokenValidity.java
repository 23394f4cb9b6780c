package io.clientele.http.security.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges {@code exp}, {@code iat} and {@code nbf} of an outside token, as its JSON has them. */
final class TokenValidity {
  /** The allowed difference between the issuer's clock and ours. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** The end of the year 9999, which is the last that RFC 3339 can write. */
  private static final long SECONDS_MAX = 253_402_300_799L;

  private TokenValidity() {}

  /**
   * When the token ends: at {@code exp}, or when it reaches the maximum age. Null if the token is
   * not valid now. A token without {@code iat} is valid only if {@code exp} is no further ahead
   * than the maximum age.
   */
  static @Nullable Instant end(Map<String, Object> claims, Duration maxAge, Instant now) {
    var expiresAt = instant(claims.get("exp"));
    var latest = now.plus(SKEW);
    if (expiresAt == null
        || !isAbsentOrBefore(claims, "iat", latest)
        || !isAbsentOrBefore(claims, "nbf", latest)) {
      return null;
    }
    var issuedAt = instant(claims.get("iat"));
    var oldest = (issuedAt == null ? now : issuedAt).plus(maxAge);
    if (issuedAt == null && expiresAt.isAfter(oldest.plus(SKEW))) {
      return null;
    }
    var end = expiresAt.isBefore(oldest) ? expiresAt : oldest;
    return now.isBefore(end.plus(SKEW)) ? end : null;
  }

  private static boolean isAbsentOrBefore(Map<String, Object> claims, String name, Instant latest) {
    var at = instant(claims.get(name));
    return at == null ? claims.get(name) == null : !at.isAfter(latest);
  }

  /** A NumericDate (RFC 7519, section 2), which may have a fraction. Null if it is none. */
  private static @Nullable Instant instant(@Nullable Object claim) {
    if (!(claim instanceof Number number)) {
      return null;
    }
    var seconds = number.doubleValue();
    return seconds >= 0 && seconds <= SECONDS_MAX
        ? Instant.ofEpochSecond(number.longValue())
        : null;
  }
}
