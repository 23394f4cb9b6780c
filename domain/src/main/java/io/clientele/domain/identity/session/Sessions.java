package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions, and of their tokens the hashes. One call is one transaction, which also appends
 * what happened to the trail of audit. Implementations are safe for use by many threads and throw
 * {@link io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface Sessions {
  /**
   * Stores a new session and its first token, and that its operator has signed in, if the operator
   * is still active and was not changed since it was read.
   *
   * @param version of the operator, at which its password was verified
   */
  Opened open(Change<Session> opened, long version, SecretHash token);

  /**
   * Gives one token for another. Of many that come with one token at once one is {@link
   * Rotation.Rotated}; the others are {@link Rotation.Reused}, and the session is ended.
   *
   * @param at when the session must not be over
   * @param cause told in the trail if the token was used before; the actor is the session's
   *     operator
   */
  Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause);

  /** The session; empty if there is none, or it was ended. It may be over by time. */
  Optional<Session> find(SessionId id);

  /** Ends one session. */
  Ended end(SessionId id, Provenance act);

  /**
   * Ends the session of a refresh token, which may have been used before. A session that was ended
   * already stays so.
   *
   * @param cause recorded in the audit trail; the actor is the session's operator
   */
  Ended end(SecretHash token, Instant at, Causation cause);

  /** Ends all sessions of an operator; gives how many there were. */
  int endAll(OperatorId operator, Provenance act);

  /** How a session began. */
  enum Opened {
    /** It is stored. */
    OPENED,
    /** The operator is not as it was when the password was verified: nothing is stored. */
    STALE
  }

  /** How a session ended. */
  enum Ended {
    /** The session is ended; by its token, it may have ended before. */
    ENDED,
    /** There is no such session, or not any more. */
    NO_SUCH_SESSION
  }

  /** What became of a token. */
  sealed interface Rotation {
    /** The next token is good now. The operator is as it is now. */
    record Rotated(Session session, Operator operator) implements Rotation {}

    /** The token was used before. The session is ended, now or already. */
    record Reused(SessionId session, OperatorId operator) implements Rotation {}

    /** The token is unknown, or its session has expired or was ended. */
    record Unknown() implements Rotation {}
  }
}
