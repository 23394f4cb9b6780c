package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Objects;

/** An event of a session. */
public sealed interface SessionEvent extends DomainEvent {
  /** The session. */
  SessionId id();

  /** The operator of the session. */
  OperatorId operator();

  /** Names the operator of the session, because another operator may end it. */
  @Override
  default List<FieldChange> details() {
    return List.of(new FieldChange("operator", null, operator().toString()));
  }

  /** An operator signed in. */
  record Opened(SessionId id, OperatorId operator) implements SessionEvent {
    public Opened {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(operator, "operator");
    }

    @Override
    public String action() {
      return "session.opened";
    }
  }

  /** The session was ended, by its operator or because the operator lost access. */
  record Ended(SessionId id, OperatorId operator) implements SessionEvent {
    public Ended {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(operator, "operator");
    }

    @Override
    public String action() {
      return "session.ended";
    }
  }

  /** A refresh token was used a second time, so two parties have it; the session was ended. */
  record Reused(SessionId id, OperatorId operator) implements SessionEvent {
    public Reused {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(operator, "operator");
    }

    @Override
    public String action() {
      return "session.reused";
    }
  }
}
