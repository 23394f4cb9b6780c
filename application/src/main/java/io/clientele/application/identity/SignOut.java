package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.Sessions.Ended;
import io.clientele.domain.kernel.Causation;
import java.time.InstantSource;
import java.util.Objects;

/** Ends one of the actor's own sessions. */
public final class SignOut {
  private final Sessions sessions;
  private final InstantSource clock;

  /** Ends sessions of this store. */
  public SignOut(Sessions sessions, InstantSource clock) {
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Ends the session; another operator's session counts as absent. */
  public Outcome signOut(Actor actor, SessionId id) {
    if (!actor.may(IdentityPermission.VIEW_SELF)) {
      return new Outcome.Denied();
    }
    var own = sessions.find(id).filter(found -> found.operator().subject().equals(actor.name()));
    return own.isPresent() && sessions.end(id, actor.acts(clock.instant())) == Ended.ENDED
        ? new Outcome.Done()
        : new Outcome.NoSuchSession();
  }

  /**
   * Ends the session of a refresh token, which may have been used before. Its operator is the
   * actor.
   */
  public Outcome signOut(Secret refreshToken, Causation cause) {
    return switch (sessions.end(refreshToken.hash(), clock.instant(), cause)) {
      case ENDED -> new Outcome.Done();
      case NO_SUCH_SESSION -> new Outcome.NoSuchSession();
    };
  }

  /** The outcomes. */
  public sealed interface Outcome {
    /** The session has ended with its tokens. */
    public record Done() implements Outcome {}

    /** The actor may not do this. */
    record Denied() implements Outcome {}

    /** The actor has no such session, or it has ended before. */
    record NoSuchSession() implements Outcome {}
  }
}
