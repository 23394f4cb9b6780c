package io.clientele.application.identity;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.AccessTokenIssuer;
import io.clientele.domain.identity.session.Session;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Issues session ids and tokens from a secure random source.
 *
 * @param tokens issues the access tokens
 */
public record SessionTokenIssuer(
    AccessTokenIssuer tokens, SecureRandom random, InstantSource clock) {
  public SessionTokenIssuer {
    Objects.requireNonNull(tokens, "tokens");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(clock, "clock");
  }

  Instant now() {
    return clock.instant();
  }

  SessionId sessionId() {
    return SessionId.of(now(), random);
  }

  Secret refreshToken() {
    return Secret.of("", random);
  }

  IssuedTokens grant(Operator operator, Session session, Secret refresh) {
    var access = tokens.issue(operator, session.id(), now());
    return new IssuedTokens(operator, session, access, refresh);
  }
}
