package io.clientele.application.identity;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.Sessions.Rotation;
import io.clientele.domain.kernel.Causation;

/** Goes on with a session: one refresh token is given for the next, and roles are as they are. */
public final class RefreshSession {
  private final Sessions sessions;
  private final SessionTokenIssuer issuing;

  /** Goes on with sessions of this store. */
  public RefreshSession(Sessions sessions, SessionTokenIssuer issuing) {
    this.sessions = sessions;
    this.issuing = issuing;
  }

  /** A token that comes twice ends its session: one of the two who have it should not. */
  public Outcome refresh(Secret token, Causation cause) {
    var next = issuing.refreshToken();
    var rotation = sessions.rotate(token.hash(), next.hash(), issuing.now(), cause);
    if (rotation instanceof Rotation.Rotated rotated) {
      return new Outcome.Refreshed(issuing.grant(rotated.operator(), rotated.session(), next));
    }
    return new Outcome.Refused();
  }

  /** How a refresh ends. */
  public sealed interface Outcome {
    /** The session goes on. */
    record Refreshed(IssuedTokens grant) implements Outcome {}

    /** It is not told why not. */
    record Refused() implements Outcome {}
  }
}
