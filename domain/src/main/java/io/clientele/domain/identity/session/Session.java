package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A session, which begins with a sign-in: a family of refresh tokens, of which each is valid for
 * one use and is exchanged for the next. Immutable.
 *
 * @param refreshedAt when the valid token was issued
 */
public record Session(SessionId id, OperatorId operator, Instant openedAt, Instant refreshedAt) {
  /** The longest life of a session, refreshed or not: it bounds the use of a stolen device. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** The longest time between two refreshes: a working day. */
  public static final Duration IDLE_MAX = Duration.ofHours(8);

  public Session {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(refreshedAt, "refreshedAt");
  }

  /** Opens a new session, which is not stored yet. */
  public static Change<Session> open(SessionId id, OperatorId operator, Provenance act) {
    var session = new Session(id, operator, act.at(), act.at());
    return Change.of(session, new SessionEvent.Opened(id, operator), act);
  }

  /**
   * Returns this session with a token that is issued at this instant. A clock that went back does
   * not make the token older than the one before.
   */
  public Session refreshed(Instant at) {
    return new Session(id, operator, openedAt, at.isAfter(refreshedAt) ? at : refreshedAt);
  }

  /** The instant until which the refresh token is valid, exclusively. */
  public Instant refreshableUntil() {
    var idle = refreshedAt.plus(IDLE_MAX);
    var end = openedAt.plus(LIFETIME);
    return idle.isBefore(end) ? idle : end;
  }
}
