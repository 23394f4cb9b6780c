package io.clientele.domain.identity.session;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import java.time.Instant;

/** Issues access tokens. Safe for use by many threads. */
public interface AccessTokenIssuer {
  /** A token for this operator, with its roles and its generation, in this session. */
  AccessToken issue(Operator operator, SessionId session, Instant at);

  /**
   * What opens the service for a while.
   *
   * @param expiresAt from when on it is good no more
   */
  record AccessToken(Secret value, Instant expiresAt) {}
}
