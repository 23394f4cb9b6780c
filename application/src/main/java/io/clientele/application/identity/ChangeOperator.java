package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.OperatorProfile;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Password;
import io.clientele.domain.identity.Passwords;
import io.clientele.domain.identity.Permission;
import io.clientele.domain.identity.PersonalPasswords;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what an operator is called, may do, or must know. */
public final class ChangeOperator {
  private final Operators operators;
  private final Passwords passwords;
  private final InstantSource clock;

  /** Changes operators of this store. */
  public ChangeOperator(Operators operators, Passwords passwords, InstantSource clock) {
    this.operators = operators;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Applies a change to the profile as it is stored, and to a newer one if another writer was
   * first. Other roles end the operator's access tokens, a new password and disabling its sessions
   * too.
   *
   * @param change may throw {@link io.clientele.domain.InvalidValue}, which the caller gets
   * @param password null leaves it as it is; one that is made of the operator's name or e-mail
   *     throws {@link io.clientele.domain.InvalidValue}
   */
  public Outcome change(
      Actor actor,
      OperatorId id,
      UnaryOperator<OperatorProfile> change,
      @Nullable Password password) {
    if (!actor.may(Permission.CHANGE_OPERATORS)) {
      return new Outcome.Denied();
    }
    var before = operators.find(id);
    if (before.isEmpty()) {
      return new Outcome.NoSuchOperator();
    }
    if (password != null) {
      PersonalPasswords.refuse(password, change.apply(before.get().profile()));
    }
    var act = actor.acts(clock.instant());
    var hash = password == null ? null : passwords.hash(password);
    return new Changing(operators)
        .change(
            id,
            operator -> operator.change(change.apply(operator.profile()), hash != null, act),
            changed -> operators.save(changed, hash));
  }
}
