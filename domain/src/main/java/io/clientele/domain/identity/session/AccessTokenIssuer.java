package io.clientele.domain.identity.session;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import java.time.Instant;
import java.util.Objects;

/** Issues access tokens. Implementations are safe for use by many threads. */
public interface AccessTokenIssuer {
  /** Returns a token for this operator, with its roles, its generation and this session. */
  AccessToken issue(Operator operator, SessionId session, Instant at);

  /**
   * An access token.
   *
   * @param expiresAt the instant from which the token is invalid
   */
  record AccessToken(Secret value, Instant expiresAt) {
    public AccessToken {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }
}
