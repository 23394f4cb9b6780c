package io.clientele.testkit;

import io.clientele.domain.Act;
import io.clientele.domain.Cause;
import io.clientele.domain.Change;
import io.clientele.domain.Email;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.OperatorPage;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.PasswordHash;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.Sessions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Right stores of operators and sessions, for subclasses to break. */
final class ForwardingIdentity {
  private ForwardingIdentity() {}

  static class OfOperators implements Operators {
    final Operators inner;

    OfOperators(Operators inner) {
      this.inner = inner;
    }

    @Override
    public Optional<Operator> find(OperatorId id) {
      return inner.find(id);
    }

    @Override
    public Optional<Credentials> credentials(Email email) {
      return inner.credentials(email);
    }

    @Override
    public Saved save(Change<Operator> change, @Nullable PasswordHash password) {
      return inner.save(change, password);
    }

    @Override
    public Saved saveOwnPassword(
        Change<Operator> change, PasswordHash password, SessionId keeping) {
      return inner.saveOwnPassword(change, password, keeping);
    }

    @Override
    public Saved remove(Change<Operator> removal) {
      return inner.remove(removal);
    }

    @Override
    public boolean hasAdmin() {
      return inner.hasAdmin();
    }

    @Override
    public First saveFirst(Change<Operator> added, PasswordHash password) {
      return inner.saveFirst(added, password);
    }

    @Override
    public OperatorPage list(@Nullable OperatorId after, int limit) {
      return inner.list(after, limit);
    }
  }

  static class OfSessions implements Sessions {
    final Sessions inner;

    OfSessions(Sessions inner) {
      this.inner = inner;
    }

    @Override
    public Opened open(Change<Session> opened, long version, SecretHash token) {
      return inner.open(opened, version, token);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Cause cause) {
      return inner.rotate(token, next, at, cause);
    }

    @Override
    public Optional<Session> find(SessionId id) {
      return inner.find(id);
    }

    @Override
    public Ended end(SessionId id, Act act) {
      return inner.end(id, act);
    }

    @Override
    public Ended end(SecretHash token, Instant at, Cause cause) {
      return inner.end(token, at, cause);
    }

    @Override
    public int endAll(OperatorId operator, Act act) {
      return inner.endAll(operator, act);
    }
  }
}
