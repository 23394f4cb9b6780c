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
import org.jspecify.annotations.Nullable;

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
    public record Done() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The actor has no such session, or it has ended before. */
    record NoSuchSession() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchSession(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R noSuchSession(NoSuchSession noSuchSession);
    }
  }
}
