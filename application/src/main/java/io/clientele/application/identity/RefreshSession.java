package io.clientele.application.identity;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.Sessions.Rotation;
import io.clientele.domain.kernel.Causation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes a session: exchanges a refresh token for a new one and an access token with the current
 * roles.
 */
public final class RefreshSession {
  private final Sessions sessions;
  private final SessionTokenIssuer issuing;

  /** Refreshes sessions of this store. */
  public RefreshSession(Sessions sessions, SessionTokenIssuer issuing) {
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.issuing = Objects.requireNonNull(issuing, "issuing");
  }

  /**
   * Refreshes the session. A token that is used twice ends its session, because one of the two
   * users has stolen it.
   */
  public Outcome refresh(Secret token, Causation cause) {
    var next = issuing.refreshToken();
    var rotation = sessions.rotate(token.hash(), next.hash(), issuing.now(), cause);
    if (rotation instanceof Rotation.Rotated rotated) {
      return new Outcome.Refreshed(issuing.grant(rotated.operator(), rotated.session(), next));
    }
    return new Outcome.Refused();
  }

  /** The outcomes of a refresh. */
  public sealed interface Outcome {
    /** The session is refreshed. */
    record Refreshed(IssuedTokens grant) implements Outcome {
      public Refreshed {
        Objects.requireNonNull(grant, "grant");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.refreshed(this);
      }
    }

    /** Refused, without a reason. */
    record Refused() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.refused(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R refreshed(Refreshed refreshed);

      R refused(Refused refused);
    }
  }
}
