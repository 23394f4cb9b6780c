package io.clientele.benchmark.server;

import io.clientele.bootstrap.embedded.KeySettings;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Access tokens of an administrator, signed here: the service gets these keys. They are kept beside
 * the database, whose rows are encrypted by them.
 */
public final class AdminToken {
  private static final Map<String, String> KEYS =
      KeySettings.keptIn(BenchmarkFolders.here().work());
  private static final JwtTokens TOKENS =
      new JwtTokens(TokenKeys.parse(Objects.requireNonNull(KEYS.get("TOKEN_KEYS"))));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final OperatorProfile ADMIN =
      new OperatorProfile(
          new DisplayName("Benchmark"),
          new Email("benchmark@example.com"),
          Set.of(Role.ADMIN),
          OperatorProfile.Status.ACTIVE);

  private static final String SCHEME = "Authorization: Bearer ";
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
  private static Instant renewedAt = Instant.EPOCH;
  private static String line = "";

  private AdminToken() {}

  /** The settings of the keys. */
  static Map<String, String> keys() {
    return KEYS;
  }

  /** The header's line with a token that is good for five minutes at least. */
  public static synchronized String line() {
    var now = Instant.now();
    if (now.isAfter(renewedAt.plus(RENEWED_AFTER))) {
      renewedAt = now;
      line = SCHEME + token(now) + "\r\n";
    }
    return line;
  }

  /** The token of that line. */
  public static String token() {
    return line().strip().substring(SCHEME.length());
  }

  private static String token(Instant now) {
    var admin =
        Operator.add(OperatorId.of(now, RANDOM), ADMIN, new Provenance("benchmark", now)).state();
    return TOKENS.issue(admin, SessionId.of(now, RANDOM), now).value().value();
  }
}
