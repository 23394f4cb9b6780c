package io.clientele.testkit.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SessionEvent;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sessions in memory, for tests and demos: those of operators in memory, under their lock. */
public final class InMemorySessions implements Sessions {
  private final OutageSwitch backing = new OutageSwitch("sessions");
  private final InMemoryOperators operators;
  private final Consumer<? super AuditEntry> trail;
  private final Map<SessionId, Session> stored = new HashMap<>();
  private final Map<SecretHash, SessionId> good = new HashMap<>();
  private final Map<SecretHash, SessionId> used = new HashMap<>();
  private final Set<SessionId> ended = new HashSet<>();

  /** Sessions of these operators, whose changes no trail tells. */
  public InMemorySessions(InMemoryOperators operators) {
    this(operators, entry -> {});
  }

  /**
   * The same.
   *
   * @param trail is told of every change, as by a store in its transaction
   */
  public InMemorySessions(InMemoryOperators operators, Consumer<? super AuditEntry> trail) {
    this.operators = operators;
    this.trail = trail;
    operators.endsSessionsBy(this::endAllNow);
  }

  @Override
  public Opened open(Change<Session> opened, long version, SecretHash token) {
    synchronized (operators) {
      backing.require();
      var session = opened.state();
      if (!operators.signIn(session.operator(), version, opened.act().at())) {
        return Opened.STALE;
      }
      stored.put(session.id(), session);
      good.put(token, session.id());
      append(opened);
      return Opened.OPENED;
    }
  }

  @Override
  public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
    synchronized (operators) {
      backing.require();
      var usedBefore = used.get(token);
      if (usedBefore != null) {
        return reused(known(usedBefore), at, cause);
      }
      var id = good.get(token);
      if (id == null || !isLive(id, at)) {
        return new Rotation.Unknown();
      }
      var before = known(id);
      var act = new Provenance(before.operator().subject(), at, cause);
      var after = new Session(id, before.operator(), before.openedAt(), act.at());
      stored.put(id, after);
      good.remove(token);
      used.put(token, id);
      good.put(next, id);
      return new Rotation.Rotated(after, operator(after));
    }
  }

  @Override
  public Optional<Session> find(SessionId id) {
    synchronized (operators) {
      backing.require();
      return ended.contains(id) ? Optional.empty() : Optional.ofNullable(stored.get(id));
    }
  }

  @Override
  public Ended end(SessionId id, Provenance act) {
    synchronized (operators) {
      backing.require();
      var session = stored.get(id);
      if (session == null || !ended.add(id)) {
        return Ended.NO_SUCH_SESSION;
      }
      append(Change.of(session, new SessionEvent.Ended(id, session.operator()), act));
      return Ended.ENDED;
    }
  }

  @Override
  public Ended end(SecretHash token, Instant at, Causation cause) {
    synchronized (operators) {
      backing.require();
      var id = used.getOrDefault(token, good.get(token));
      if (id == null) {
        return Ended.NO_SUCH_SESSION;
      }
      end(id, new Provenance(known(id).operator().subject(), at, cause));
      return Ended.ENDED;
    }
  }

  @Override
  public int endAll(OperatorId operator, Provenance act) {
    synchronized (operators) {
      backing.require();
      return endAllNow(operator, null, act);
    }
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  Set<SessionId> ended() {
    synchronized (operators) {
      backing.require();
      return Set.copyOf(ended);
    }
  }

  private int endAllNow(OperatorId operator, @Nullable SessionId keeping, Provenance act) {
    var ending =
        stored.values().stream()
            .filter(session -> session.operator().equals(operator))
            .filter(session -> !session.id().equals(keeping))
            .filter(session -> ended.add(session.id()))
            .toList();
    ending.forEach(of -> append(Change.of(of, new SessionEvent.Ended(of.id(), operator), act)));
    return ending.size();
  }

  private Rotation reused(Session session, Instant at, Causation cause) {
    var operator = session.operator();
    if (ended.add(session.id())) {
      var act = new Provenance(operator.subject(), at, cause);
      append(Change.of(session, new SessionEvent.Reused(session.id(), operator), act));
    }
    return new Rotation.Reused(session.id(), operator);
  }

  private boolean isLive(SessionId id, Instant at) {
    return !ended.contains(id) && at.isBefore(known(id).refreshableUntil());
  }

  private Session known(SessionId id) {
    return Objects.requireNonNull(stored.get(id));
  }

  /** An operator that is not there has no live session. */
  private Operator operator(Session session) {
    return operators.find(session.operator()).orElseThrow();
  }

  private void append(Change<Session> change) {
    AuditEntry.of(change, null, change.state().id().subject()).forEach(trail);
  }
}
