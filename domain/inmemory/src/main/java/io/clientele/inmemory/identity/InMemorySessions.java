package io.clientele.inmemory.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SessionEvent;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions of operators in memory, under the lock of the operators; for tests and demos. */
public final class InMemorySessions implements Sessions {
  private final OutageSwitch backing = new OutageSwitch("sessions");
  private final InMemoryOperators operators;
  private final InMemoryChangeStore changes;
  private final Map<SessionId, Session> stored = new HashMap<>();
  private final Map<SecretHash, SessionId> good = new HashMap<>();
  private final Map<SecretHash, SessionId> used = new HashMap<>();
  private final Set<SessionId> ended = new HashSet<>();
  private final InMemorySignInPlaces places = new InMemorySignInPlaces();

  /** Creates a store of sessions of these operators. */
  public InMemorySessions(InMemoryOperators operators) {
    this(operators, new InMemoryChangeStore());
  }

  /**
   * Creates a store of sessions of these operators that stores its changes through {@code changes}.
   */
  public InMemorySessions(InMemoryOperators operators, InMemoryChangeStore changes) {
    this.operators = operators;
    this.changes = changes;
    operators.endsSessionsBy(this::endAllNow);
  }

  @Override
  public Opened open(Change<Session> opened, long version, SecretHash token, SignInPlace place) {
    synchronized (operators) {
      backing.require();
      var session = opened.state();
      var signedInBefore =
          operators.find(session.operator()).map(Operator::lastSignInAt).isPresent();
      return changes.store(
          opened,
          ChangeSubject.named(session.id().subject()),
          Results.withoutKey(Opened.OPENED),
          () -> {
            if (!operators.signIn(session.operator(), version, opened.act().at())) {
              return Optional.of(Opened.STALE);
            }
            stored.put(session.id(), session);
            good.put(token, session.id());
            places.store(session, place, signedInBefore);
            return Optional.empty();
          });
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
      var after = before.refreshed(act.at());
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
  public List<Session> ofOperator(OperatorId operator, Instant at) {
    synchronized (operators) {
      backing.require();
      return stored.values().stream()
          .filter(session -> session.operator().equals(operator) && isLive(session.id(), at))
          .sorted(
              Comparator.comparing(Session::refreshedAt)
                  .thenComparing(session -> session.id().value())
                  .reversed())
          .limit(LISTED_MAX)
          .toList();
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
      record(act, new SessionEvent.Ended(id, session.operator()));
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

  /** The places that the operators of these sessions signed in from. */
  public InMemorySignInPlaces places() {
    return places;
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
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
    ending.forEach(of -> record(act, new SessionEvent.Ended(of.id(), operator)));
    return ending.size();
  }

  private Rotation reused(Session session, Instant at, Causation cause) {
    var operator = session.operator();
    if (ended.add(session.id())) {
      var act = new Provenance(operator.subject(), at, cause);
      record(act, new SessionEvent.Reused(session.id(), operator));
    }
    return new Rotation.Reused(session.id(), operator);
  }

  private boolean isLive(SessionId id, Instant at) {
    return !ended.contains(id) && at.isBefore(known(id).refreshableUntil());
  }

  private Session known(SessionId id) {
    return Objects.requireNonNull(stored.get(id));
  }

  /** The operator of a session, which must exist while the session does. */
  private Operator operator(Session session) {
    return operators.find(session.operator()).orElseThrow();
  }

  private void record(Provenance by, SessionEvent event) {
    changes.record(by, event, ChangeSubject.named(event.id().subject()));
  }
}
