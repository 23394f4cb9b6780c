package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores sessions with the hashes of their tokens. One call is one transaction, which also appends
 * its events to the audit trail. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Sessions {
  /** The most sessions of a list. */
  int LISTED_MAX = 100;

  /**
   * Stores a new session, its first token and the operator's last sign-in, if the operator is still
   * active and unchanged.
   *
   * @param version of the operator, at which its password was verified
   * @param place stored with the session. It is a new one if the operator has signed in before, but
   *     not from it within {@link SignInPlaces#KEPT}: then {@link SignInPlaces#unreported} has the
   *     sign-in
   */
  Opened open(Change<Session> opened, long version, SecretHash token, SignInPlace place);

  /**
   * Exchanges one token for the next. Of concurrent calls with one token, one is {@link
   * Rotation.Rotated}; the others are {@link Rotation.Reused}, and the session is ended.
   *
   * @param at an instant at which the session must not have expired
   * @param cause recorded in the audit trail if the token was used before; the actor is the
   *     session's operator
   */
  Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause);

  /** Returns the session; empty if it does not exist or was ended. It may have expired. */
  Optional<Session> find(SessionId id);

  /**
   * Returns the sessions of an operator that can be refreshed at this instant, the last refreshed
   * first; at most {@value #LISTED_MAX}.
   */
  List<Session> ofOperator(OperatorId operator, Instant at);

  /** Ends one session. */
  Ended end(SessionId id, Provenance act);

  /**
   * Ends the session of a refresh token, which may have been used before. A session that was ended
   * already stays so.
   *
   * @param cause recorded in the audit trail; the actor is the session's operator
   */
  Ended end(SecretHash token, Instant at, Causation cause);

  /**
   * Ends all sessions of an operator.
   *
   * @return the number of ended sessions
   */
  int endAll(OperatorId operator, Provenance act);

  /** The result of opening a session. */
  enum Opened {
    /** The session is stored. */
    OPENED,
    /** The operator changed after the password was verified; nothing is stored. */
    STALE
  }

  /** The result of ending a session. */
  enum Ended {
    /** The session is ended; if it was named by its token, it may have ended before. */
    ENDED,
    /** The session does not exist, or has ended before. */
    NO_SUCH_SESSION
  }

  /** The result of exchanging a token. */
  sealed interface Rotation {
    /** The next token is valid now. {@code operator} is the current state. */
    record Rotated(Session session, Operator operator) implements Rotation {
      public Rotated {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(operator, "operator");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.rotated(this);
      }
    }

    /** The token was used before. The session is ended. */
    record Reused(SessionId session, OperatorId operator) implements Rotation {
      public Reused {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(operator, "operator");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.reused(this);
      }
    }

    /** The token is unknown, or its session has expired or was ended. */
    record Unknown() implements Rotation {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.unknown(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R rotated(Rotated rotated);

      R reused(Reused reused);

      R unknown(Unknown unknown);
    }
  }
}
