package io.clientele.application.identity;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Lists the actor's own sessions. */
public final class ListOwnSessions {
  private final Sessions sessions;
  private final InstantSource clock;

  /** Lists sessions of this store. */
  public ListOwnSessions(Sessions sessions, InstantSource clock) {
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns the sessions that can be refreshed, the last refreshed first.
   *
   * @param operator that the actor is; another one is denied
   */
  public Access<List<Session>> list(Actor actor, OperatorId operator) {
    return actor.may(IdentityPermission.VIEW_SELF) && operator.subject().equals(actor.name())
        ? new Access.Granted<>(sessions.ofOperator(operator, clock.instant()))
        : new Access.Denied<>();
  }
}
