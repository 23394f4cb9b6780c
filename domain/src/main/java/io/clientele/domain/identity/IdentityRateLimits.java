package io.clientele.domain.identity;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Set;

/** The rate limits of sign-ins and of password changes. */
public final class IdentityRateLimits {
  /** Sign-ins to one e-mail from one network. */
  public static final RateLimit SIGN_IN_NAME =
      new RateLimit(
          "SIGN_IN_NAME",
          "sign-in",
          aMinute(10),
          "Sign-ins to one e-mail from one network: a /24 of IPv4, a /64 of IPv6");

  /** Sign-ins to one e-mail from all networks that never signed in to it. */
  public static final RateLimit SIGN_IN_STRANGERS =
      new RateLimit(
          "SIGN_IN_STRANGERS",
          "sign-in-strangers",
          aMinute(30),
          "Sign-ins to one e-mail from all networks that never signed in to it; above it responses"
              + " are delayed by up to 5 s");

  /** Sign-ins from one browser that signed in before. */
  public static final RateLimit SIGN_IN_DEVICE =
      new RateLimit(
          "SIGN_IN_DEVICE",
          "sign-in-device",
          aMinute(10),
          "Sign-ins from one browser that signed in before, by its device cookie, from any"
              + " address");

  /** Sign-ins from one IP address. */
  public static final RateLimit SIGN_IN_ADDRESS =
      new RateLimit(
          "SIGN_IN_ADDRESS", "sign-in-address", aMinute(100), "Sign-ins from one IP address");

  /** Attempts of one operator to change its own password. */
  public static final RateLimit OWN_PASSWORD =
      new RateLimit(
          "OWN_PASSWORD",
          "own-password",
          aMinute(10),
          "Attempts of one operator to change its own password");

  /** All rate limits of identity. */
  public static final Set<RateLimit> ALL =
      Set.of(SIGN_IN_NAME, SIGN_IN_STRANGERS, SIGN_IN_DEVICE, SIGN_IN_ADDRESS, OWN_PASSWORD);

  private IdentityRateLimits() {}

  private static Quota aMinute(long size) {
    return new Quota(size, Duration.ofMinutes(1));
  }
}
