package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHasher;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes the profile, roles, status or password of an operator. */
public final class ChangeOperator {
  private final Operators operators;
  private final PasswordHasher passwords;
  private final InstantSource clock;

  /** Changes operators of this store. */
  public ChangeOperator(Operators operators, PasswordHasher passwords, InstantSource clock) {
    this.operators = Objects.requireNonNull(operators, "operators");
    this.passwords = Objects.requireNonNull(passwords, "passwords");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Applies a change to the stored profile, and to a newer one if another writer was first. A
   * change of roles ends the operator's access tokens; a new password and disabling also end its
   * sessions.
   *
   * @param change may throw {@link io.clientele.domain.kernel.InvalidValue}, which is passed on
   * @param password null to keep the stored one; throws {@link
   *     io.clientele.domain.kernel.InvalidValue} if it is made of the operator's name or e-mail
   */
  public OperatorOutcome change(
      Actor actor,
      OperatorId id,
      UnaryOperator<OperatorProfile> change,
      @Nullable Password password) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new OperatorOutcome.Denied();
    }
    var before = operators.find(id);
    if (before.isEmpty()) {
      return new OperatorOutcome.NoSuchOperator();
    }
    if (password != null) {
      PersonalPasswordRule.refuse(password, change.apply(before.get().profile()));
    }
    var act = actor.acts(clock.instant());
    var hash = password == null ? null : passwords.hash(password);
    return new OperatorUpdate(operators)
        .change(
            id,
            operator -> operator.change(change.apply(operator.profile()), hash != null, act),
            changed -> operators.save(changed, hash));
  }
}
