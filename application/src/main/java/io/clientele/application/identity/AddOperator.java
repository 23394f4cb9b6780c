package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHasher;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/** Adds an operator, who may then sign in. */
public final class AddOperator {
  private final Operators operators;
  private final PasswordHasher passwords;
  private final Supplier<OperatorId> ids;
  private final InstantSource clock;

  /** Adds operators to this store. Each id from {@code ids} must be new. */
  public AddOperator(
      Operators operators,
      PasswordHasher passwords,
      Supplier<OperatorId> ids,
      InstantSource clock) {
    this.operators = Objects.requireNonNull(operators, "operators");
    this.passwords = Objects.requireNonNull(passwords, "passwords");
    this.ids = Objects.requireNonNull(ids, "ids");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Stores a new operator under a new id. Throws {@link io.clientele.domain.kernel.InvalidValue}
   * for a password that is made of the operator's name or e-mail.
   */
  public OperatorOutcome add(Actor actor, OperatorProfile profile, Password password) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new OperatorOutcome.Denied();
    }
    PersonalPasswordRule.refuse(password, profile);
    var added = Operator.add(ids.get(), profile, actor.acts(clock.instant()));
    return OperatorUpdate.outcome(operators.save(added, passwords.hash(password)), added);
  }
}
