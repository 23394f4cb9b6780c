package io.clientele.inmemory.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.text.Email;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operators in memory, for tests and demos. Their sessions share the lock of this object. */
public final class InMemoryOperators implements Operators {
  private final OutageSwitch backing = new OutageSwitch("operators");
  private final InMemoryChangeStore changes;
  private final TreeMap<OperatorId, Credentials> stored = new TreeMap<>();
  private final Map<OperatorId, Long> raised = new HashMap<>();
  private Ending ending = (id, keeping, act) -> {};

  /** Ends all sessions of an operator but one, if one is named. */
  interface Ending {
    void endAll(OperatorId operator, @Nullable SessionId keeping, Provenance act);
  }

  /** Creates an empty store. */
  public InMemoryOperators() {
    this(new InMemoryChangeStore());
  }

  /** Creates an empty store that stores its changes through {@code changes}. */
  public InMemoryOperators(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  @Override
  public synchronized Optional<Operator> find(OperatorId id) {
    backing.require();
    return Optional.ofNullable(stored.get(id)).map(Credentials::operator);
  }

  @Override
  public synchronized Optional<Credentials> credentials(Email email) {
    backing.require();
    return stored.values().stream().filter(of -> isOf(of, email)).findFirst();
  }

  @Override
  public synchronized Saved save(Change<Operator> change, @Nullable PasswordHash password) {
    return save(change, password, null);
  }

  @Override
  public synchronized Saved saveOwnPassword(
      Change<Operator> change, PasswordHash password, SessionId keeping) {
    return save(change, password, keeping);
  }

  private Saved save(
      Change<Operator> change, @Nullable PasswordHash password, @Nullable SessionId keeping) {
    backing.require();
    var state = change.state();
    var before = stored.get(state.id());
    var saved =
        store(
            change,
            Saved.STORED,
            () -> {
              var refused = refusal(state, before);
              if (refused.isEmpty()) {
                put(state, hash(before, password));
              }
              return refused;
            });
    var endsSessions = before != null && (password != null || !state.profile().isActive());
    if (saved == Saved.STORED && endsSessions) {
      ending.endAll(state.id(), keeping, change.act());
    }
    return saved;
  }

  private Optional<Saved> refusal(Operator state, @Nullable Credentials before) {
    if ((before == null ? 0 : before.operator().version()) != state.version()) {
      return Optional.of(Saved.STALE);
    }
    if (isTaken(state)) {
      return Optional.of(Saved.EMAIL_TAKEN);
    }
    return isLastAdmin(before) && !state.profile().isAdmin()
        ? Optional.of(Saved.LAST_ADMIN)
        : Optional.empty();
  }

  @Override
  public synchronized Saved remove(Change<Operator> removal) {
    backing.require();
    var state = removal.state();
    var before = stored.get(state.id());
    var saved =
        store(
            removal,
            Saved.STORED,
            () -> {
              if (before == null || before.operator().version() != state.version()) {
                return Optional.of(Saved.STALE);
              }
              if (isLastAdmin(before)) {
                return Optional.of(Saved.LAST_ADMIN);
              }
              stored.remove(state.id());
              raised.put(state.id(), state.generation());
              return Optional.empty();
            });
    if (saved == Saved.STORED) {
      ending.endAll(state.id(), null, removal.act());
    }
    return saved;
  }

  @Override
  public synchronized boolean hasAdmin() {
    backing.require();
    return admins() > 0;
  }

  @Override
  public synchronized First saveFirst(Change<Operator> added, PasswordHash password) {
    backing.require();
    return store(added, First.STORED, () -> putFirst(added.state(), password));
  }

  @Override
  public synchronized OperatorPage list(@Nullable OperatorId after, int limit) {
    backing.require();
    var rest = after == null ? stored : stored.tailMap(after, false);
    var shown = rest.values().stream().map(Credentials::operator).limit(limit).toList();
    return new OperatorPage(
        shown, rest.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  /** Sets the session store whose sessions are ended. */
  synchronized void endsSessionsBy(Ending by) {
    ending = by;
  }

  /** Whether the operator may sign in at this version; if so, it is signed in. */
  synchronized boolean signIn(OperatorId id, long version, Instant at) {
    var known = stored.get(id);
    if (known == null
        || !known.operator().profile().isActive()
        || known.operator().version() != version) {
      return false;
    }
    var of = known.operator();
    var signedIn =
        new Operator(
            id,
            of.profile(),
            of.createdAt(),
            at,
            of.generation(),
            of.passwordChangeRequired(),
            of.version());
    stored.put(id, new Credentials(signedIn, known.password()));
    return true;
  }

  synchronized Map<OperatorId, Long> raised() {
    backing.require();
    return Map.copyOf(raised);
  }

  private Optional<First> putFirst(Operator first, PasswordHash password) {
    if (admins() > 0 || isTaken(first)) {
      return Optional.of(admins() > 0 ? First.ADMIN_EXISTS : First.EMAIL_TAKEN);
    }
    put(first, password);
    return Optional.empty();
  }

  private <R> R store(Change<Operator> change, R stored, Supplier<Optional<R>> rows) {
    var state = change.state();
    var about = ChangeSubject.named(state.id().subject()).at(state.version() + 1);
    return changes.store(change, about, Results.withoutKey(stored), rows);
  }

  private void put(Operator state, PasswordHash password) {
    var before = stored.get(state.id());
    var signedIn = before == null ? null : before.operator().lastSignInAt();
    var next =
        new Operator(
            state.id(),
            state.profile(),
            state.createdAt(),
            signedIn,
            state.generation(),
            state.passwordChangeRequired(),
            state.version() + 1);
    stored.put(state.id(), new Credentials(next, password));
    if (before != null && before.operator().generation() != state.generation()) {
      raised.put(state.id(), state.generation());
    }
  }

  private boolean isTaken(Operator state) {
    return stored.values().stream()
        .anyMatch(
            of -> isOf(of, state.profile().email()) && !of.operator().id().equals(state.id()));
  }

  private boolean isLastAdmin(@Nullable Credentials before) {
    return before != null && before.operator().profile().isAdmin() && admins() == 1;
  }

  private long admins() {
    return stored.values().stream().filter(of -> of.operator().profile().isAdmin()).count();
  }

  private static boolean isOf(Credentials credentials, Email email) {
    return credentials.operator().profile().email().equals(email);
  }

  private static PasswordHash hash(@Nullable Credentials of, @Nullable PasswordHash password) {
    return password == null ? Objects.requireNonNull(of, "a new operator").password() : password;
  }
}
