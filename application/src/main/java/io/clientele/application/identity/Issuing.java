package io.clientele.application.identity;

import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.Tokens;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives out what nobody else has or can guess: ids of sessions, and the tokens of a grant.
 *
 * @param tokens which access tokens are given out
 */
public record Issuing(Tokens tokens, SecureRandom random, InstantSource clock) {
  Instant now() {
    return clock.instant();
  }

  SessionId sessionId() {
    return SessionId.of(now(), random);
  }

  Secret refreshToken() {
    return Secret.of("", random);
  }

  Grant grant(Operator operator, Session session, Secret refresh) {
    var access = tokens.issue(operator, session.id(), session.refreshedAt());
    return new Grant(operator, session, access, refresh);
  }
}
