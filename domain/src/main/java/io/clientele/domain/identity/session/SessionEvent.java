package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;

/** What may happen to a session. */
public sealed interface SessionEvent extends DomainEvent {
  /** Whose event it is. */
  SessionId id();

  /** Whose session it is. */
  OperatorId operator();

  /** Names the owner of the session, because another operator may end it. */
  @Override
  default List<FieldChange> details() {
    return List.of(new FieldChange("operator", null, operator().toString()));
  }

  /** An operator has signed in. */
  record Opened(SessionId id, OperatorId operator) implements SessionEvent {
    @Override
    public String action() {
      return "session.opened";
    }
  }

  /** It was ended, by its operator or because the operator may not come in so any more. */
  record Ended(SessionId id, OperatorId operator) implements SessionEvent {
    @Override
    public String action() {
      return "session.ended";
    }
  }

  /** A token came a second time, so two have it: the session is ended. */
  record Reused(SessionId id, OperatorId operator) implements SessionEvent {
    @Override
    public String action() {
      return "session.reused";
    }
  }
}
