package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with the service and signs in. Immutable.
 *
 * @param lastSignInAt null if never
 * @param generation raised by a change of roles or status, a new password and removal: a token of
 *     another generation is good no more
 * @param passwordChangeRequired whether another operator set the password: until this operator has
 *     chosen a new one, every other request is refused
 * @param version at which it was read; storing raises it by one, so the first stored one is 1
 */
public record Operator(
    OperatorId id,
    OperatorProfile profile,
    Instant createdAt,
    @Nullable Instant lastSignInAt,
    long generation,
    boolean passwordChangeRequired,
    long version) {

  /** A new operator, not stored yet. */
  public static Change<Operator> add(OperatorId id, OperatorProfile profile, Provenance act) {
    var operator = new Operator(id, profile, act.at(), null, 1, false, 0);
    return Change.of(operator, new OperatorEvent.Added(id, profile), act);
  }

  /**
   * Changes the profile, the password, or both; with neither it is an empty change. An operator
   * must replace a password that another operator has set.
   *
   * @param isNewPassword whether one is stored with this change; telling it by the hash is the
   *     store's part
   */
  public Change<Operator> change(OperatorProfile changed, boolean isNewPassword, Provenance act) {
    var events = new ArrayList<OperatorEvent>();
    if (!changed.equals(profile)) {
      events.add(new OperatorEvent.Changed(id, profile, changed));
    }
    if (isNewPassword) {
      events.add(new OperatorEvent.PasswordChanged(id));
    }
    var isWithdrawn =
        isNewPassword
            || !changed.roles().equals(profile.roles())
            || changed.status() != profile.status();
    var next = isWithdrawn ? generation + 1 : generation;
    var isRequired = isNewPassword ? !isBy(act) : passwordChangeRequired;
    var state = new Operator(id, changed, createdAt, lastSignInAt, next, isRequired, version);
    return new Change<>(state, events, act, null);
  }

  /** A new password that the operator has chosen. Its generation stays: the session goes on. */
  public Change<Operator> changeOwnPassword(Provenance act) {
    var state = new Operator(id, profile, createdAt, lastSignInAt, generation, false, version);
    return Change.of(state, new OperatorEvent.PasswordChanged(id), act);
  }

  /** Its removal, for good. */
  public Change<Operator> remove(Provenance act) {
    var state = new Operator(id, profile, createdAt, lastSignInAt, generation + 1, false, version);
    return Change.of(state, new OperatorEvent.Removed(id), act);
  }

  /** Returns the provenance of what this operator does at an instant. */
  public Provenance acts(Instant at, Causation cause) {
    return new Provenance(id.subject(), at, cause);
  }

  /** This state under the version that a store has given it. */
  public Operator at(long stored) {
    return new Operator(
        id, profile, createdAt, lastSignInAt, generation, passwordChangeRequired, stored);
  }

  private boolean isBy(Provenance act) {
    return act.actor().equals(id.subject());
  }
}
