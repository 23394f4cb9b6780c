package io.clientele.application.identity;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Adds the first admin, who adds all other operators. Of concurrent instances, one succeeds. */
public final class AddFirstAdmin {
  /** The actor of this change: the service itself, because no operator exists yet. */
  private static final String SERVICE = "service";

  private static final DisplayName NAME = new DisplayName("Administrator");

  private final Operators operators;
  private final PasswordHasher passwords;
  private final Supplier<OperatorId> ids;
  private final InstantSource clock;

  /** Adds an operator to this store. Each id from {@code ids} must be new. */
  public AddFirstAdmin(
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
   * Adds an admin if none exists; hashes the password, which is costly, only then. Throws {@link
   * io.clientele.domain.kernel.InvalidValue} for a password that is made of the e-mail.
   */
  public First add(Email email, Password password) {
    if (operators.hasAdmin()) {
      return First.ADMIN_EXISTS;
    }
    var admin = new OperatorProfile(NAME, email, Set.of(Role.ADMIN), OperatorProfile.Status.ACTIVE);
    PersonalPasswordRule.refuse(password, admin);
    var act = new Provenance(SERVICE, clock.instant());
    return operators.saveFirst(Operator.add(ids.get(), admin, act), passwords.hash(password));
  }
}
