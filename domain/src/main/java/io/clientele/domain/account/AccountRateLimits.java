package io.clientele.domain.account;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.util.Set;

/** The rate limits of changes to accounts. */
public final class AccountRateLimits {
  /** Changes of an account's e-mail by its customer, successful or not. */
  public static final RateLimit EMAIL_CHANGE =
      new RateLimit(
          "EMAIL_CHANGE",
          "email-change",
          new Quota(5, Duration.ofHours(1)),
          "Changes of an account's e-mail by its customer, successful or not");

  /** All rate limits of accounts. */
  public static final Set<RateLimit> ALL = Set.of(EMAIL_CHANGE);

  private AccountRateLimits() {}
}
