package io.clientele.testkit.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.time.Instant;
import java.util.List;
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
    public Opened open(Change<Session> opened, long version, SecretHash token, SignInPlace place) {
      return inner.open(opened, version, token, place);
    }

    @Override
    public List<Session> ofOperator(OperatorId operator, Instant at) {
      return inner.ofOperator(operator, at);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
      return inner.rotate(token, next, at, cause);
    }

    @Override
    public Optional<Session> find(SessionId id) {
      return inner.find(id);
    }

    @Override
    public Ended end(SessionId id, Provenance act) {
      return inner.end(id, act);
    }

    @Override
    public Ended end(SecretHash token, Instant at, Causation cause) {
      return inner.end(token, at, cause);
    }

    @Override
    public int endAll(OperatorId operator, Provenance act) {
      return inner.endAll(operator, act);
    }
  }
}
