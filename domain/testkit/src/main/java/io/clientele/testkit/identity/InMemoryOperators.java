package io.clientele.testkit.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.testkit.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Operators in memory, for tests and demos. Sessions of them share their lock. */
public final class InMemoryOperators implements Operators {
  private final OutageSwitch backing = new OutageSwitch("operators");
  private final Consumer<? super AuditEntry> trail;
  private final TreeMap<OperatorId, Credentials> stored = new TreeMap<>();
  private final Map<OperatorId, Long> raised = new HashMap<>();
  private Ending ending = (id, keeping, act) -> {};

  /** Ends all sessions of an operator but one, if one is named. */
  interface Ending {
    void endAll(OperatorId operator, @Nullable SessionId keeping, Provenance act);
  }

  /** Operators whose changes no trail tells. */
  public InMemoryOperators() {
    this(entry -> {});
  }

  /**
   * The same.
   *
   * @param trail is told of every change, as by a store in its transaction
   */
  public InMemoryOperators(Consumer<? super AuditEntry> trail) {
    this.trail = trail;
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
    requireSome(change);
    var state = change.state();
    var before = stored.get(state.id());
    if ((before == null ? 0 : before.operator().version()) != state.version()) {
      return Saved.STALE;
    }
    if (isTaken(state)) {
      return Saved.EMAIL_TAKEN;
    }
    if (isLastAdmin(before) && !state.profile().isAdmin()) {
      return Saved.LAST_ADMIN;
    }
    store(change, hash(before, password));
    if (before != null && (password != null || !state.profile().isActive())) {
      ending.endAll(state.id(), keeping, change.act());
    }
    return Saved.STORED;
  }

  @Override
  public synchronized Saved remove(Change<Operator> removal) {
    backing.require();
    requireSome(removal);
    var state = removal.state();
    var before = stored.get(state.id());
    if (before == null || before.operator().version() != state.version()) {
      return Saved.STALE;
    }
    if (isLastAdmin(before)) {
      return Saved.LAST_ADMIN;
    }
    append(removal);
    stored.remove(state.id());
    raised.put(state.id(), state.generation());
    ending.endAll(state.id(), null, removal.act());
    return Saved.STORED;
  }

  @Override
  public synchronized boolean hasAdmin() {
    backing.require();
    return admins() > 0;
  }

  @Override
  public synchronized First saveFirst(Change<Operator> added, PasswordHash password) {
    backing.require();
    if (admins() > 0) {
      return First.ADMIN_EXISTS;
    }
    if (isTaken(added.state())) {
      return First.EMAIL_TAKEN;
    }
    store(added, password);
    return First.STORED;
  }

  @Override
  public synchronized OperatorPage list(@Nullable OperatorId after, int limit) {
    backing.require();
    var rest = after == null ? stored : stored.tailMap(after, false);
    var shown = rest.values().stream().map(Credentials::operator).limit(limit).toList();
    return new OperatorPage(
        shown, rest.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  /** Sets what ends sessions. */
  synchronized void endsSessionsBy(Ending by) {
    ending = by;
  }

  /** Whether it may come in as it was known; if so, it does. */
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

  private void store(Change<Operator> change, PasswordHash password) {
    var state = change.state();
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
    append(change);
    stored.put(state.id(), new Credentials(next, password));
    if (before != null && before.operator().generation() != state.generation()) {
      raised.put(state.id(), state.generation());
    }
  }

  private void append(Change<Operator> change) {
    AuditEntry.of(change, null, change.state().id().subject()).forEach(trail);
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

  private static PasswordHash hash(@Nullable Credentials before, @Nullable PasswordHash password) {
    if (password != null) {
      return password;
    }
    if (before == null) {
      throw new NoSuchElementException("a new operator needs a password");
    }
    return before.password();
  }

  private static void requireSome(Change<Operator> change) {
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
  }
}
