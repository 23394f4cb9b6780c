package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Duration;
import java.time.Instant;

/**
 * What begins with a sign-in: a family of refresh tokens, each good for one use, which gives the
 * next one. Immutable.
 *
 * @param refreshedAt when the token that is good now was given out
 */
public record Session(SessionId id, OperatorId operator, Instant openedAt, Instant refreshedAt) {
  /** The longest life of a session, refreshed or not: it bounds the use of a stolen device. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** The longest time between two refreshes: a working day. */
  public static final Duration IDLE_MAX = Duration.ofHours(8);

  /** A new session, not stored yet. */
  public static Change<Session> open(SessionId id, OperatorId operator, Provenance act) {
    var session = new Session(id, operator, act.at(), act.at());
    return Change.of(session, new SessionEvent.Opened(id, operator), act);
  }

  /** Until when its refresh token is good, exclusively. */
  public Instant refreshableUntil() {
    var idle = refreshedAt.plus(IDLE_MAX);
    var end = openedAt.plus(LIFETIME);
    return idle.isBefore(end) ? idle : end;
  }
}
