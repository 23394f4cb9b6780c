package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with the service and signs in. Immutable.
 *
 * @param lastSignInAt null if never
 * @param generation raised by a change of roles or status, a new password and removal; a token of
 *     an earlier generation is invalid
 * @param passwordChangeRequired whether another operator set the password: until this operator has
 *     chosen a new one, every other request is refused
 * @param version that was read; storing a change raises it by one, so the first stored version is 1
 */
public record Operator(
    OperatorId id,
    OperatorProfile profile,
    Instant createdAt,
    @Nullable Instant lastSignInAt,
    long generation,
    boolean passwordChangeRequired,
    long version) {
  public Operator {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Adds a new operator, which is not stored yet. */
  public static Change<Operator> add(OperatorId id, OperatorProfile profile, Provenance act) {
    var operator = new Operator(id, profile, act.at(), null, 1, false, 0);
    return Change.of(operator, new OperatorEvent.Added(id, profile), act);
  }

  /**
   * Changes the profile, the password, or both; without either it is an empty change. An operator
   * must replace a password that another operator set.
   *
   * @param isNewPassword whether a password hash is stored with this change
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

  /**
   * Records that the operator chose a new password. The generation stays, so the session continues.
   */
  public Change<Operator> changeOwnPassword(Provenance act) {
    var state = new Operator(id, profile, createdAt, lastSignInAt, generation, false, version);
    return Change.of(state, new OperatorEvent.PasswordChanged(id), act);
  }

  /** Removes the operator permanently. */
  public Change<Operator> remove(Provenance act) {
    var state = new Operator(id, profile, createdAt, lastSignInAt, generation + 1, false, version);
    return Change.of(state, new OperatorEvent.Removed(id), act);
  }

  /** Returns the provenance of what this operator does at an instant. */
  public Provenance acts(Instant at, Causation cause) {
    return new Provenance(id.subject(), at, cause);
  }

  /** Returns this state with the version under which it is stored. */
  public Operator at(long stored) {
    return new Operator(
        id, profile, createdAt, lastSignInAt, generation, passwordChangeRequired, stored);
  }

  private boolean isBy(Provenance act) {
    return act.actor().equals(id.subject());
  }
}
