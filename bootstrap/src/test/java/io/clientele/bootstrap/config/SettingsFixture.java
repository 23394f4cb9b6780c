package io.clientele.bootstrap.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.bootstrap.views.ViewsSettings;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.security.TokenKeys;
import io.clientele.persistence.crypto.DataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings that the service starts with, and the faults of others. */
final class SettingsFixture {
  static final String DATABASE = "postgresql://clientele:pass%40word@db.internal:5433/accounts";
  static final TokenKeys TOKEN_KEYS = TokenKeys.fresh();
  static final String DATA_KEYS = DataKeys.fresh();

  /** The required settings and no other. */
  static final Map<String, String> REQUIRED =
      Map.of(
          "DATABASE_URL",
          DATABASE,
          "REDIS_URL",
          "none",
          "TOKEN_KEYS",
          TOKEN_KEYS.secret(),
          "DATA_KEYS",
          DATA_KEYS);

  /** Rate limits that contexts contribute. */
  static final Set<RateLimit> RATE_LIMITS =
      Stream.of(IngressRateLimits.ALL, IdentityRateLimits.ALL, AccountRateLimits.ALL)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private SettingsFixture() {}

  /** The required settings and these. */
  static Map<String, String> with(Map<String, String> more) {
    return with(REQUIRED, more);
  }

  /** The first settings and the second ones, which win. */
  static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** Reads settings, with those of a context and of rate limits. */
  static Config config(Map<String, String> variables) {
    return Config.from(
        variables, List.of(ViewsSettings.GROUP, RateLimitSettings.group(RATE_LIMITS)));
  }

  /** Returns the faults of settings that must have some. */
  static List<String> faults(Map<String, String> variables) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> config(variables)).faults();
  }
}
