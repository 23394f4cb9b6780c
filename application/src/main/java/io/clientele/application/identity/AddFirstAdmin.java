package io.clientele.application.identity;

import io.clientele.domain.Act;
import io.clientele.domain.Email;
import io.clientele.domain.identity.Label;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.OperatorProfile;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Operators.First;
import io.clientele.domain.identity.Password;
import io.clientele.domain.identity.Passwords;
import io.clientele.domain.identity.PersonalPasswords;
import io.clientele.domain.identity.Role;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Lets the first admin in, who lets all others in. However many instances try, one does. */
public final class AddFirstAdmin {
  /** Nobody has signed in yet: the service itself acts, as it is configured. */
  private static final String SERVICE = "service";

  private static final Label NAME = new Label("Administrator");

  private final Operators operators;
  private final Passwords passwords;
  private final Supplier<OperatorId> ids;
  private final InstantSource clock;

  /** Each id that {@code ids} gives must be new. */
  public AddFirstAdmin(
      Operators operators, Passwords passwords, Supplier<OperatorId> ids, InstantSource clock) {
    this.operators = operators;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Adds one if there is none. A password is not hashed, which is costly, without need. Throws
   * {@link io.clientele.domain.InvalidValue} for a password that is made of the e-mail.
   */
  public First add(Email email, Password password) {
    if (operators.hasAdmin()) {
      return First.ADMIN_EXISTS;
    }
    var admin = new OperatorProfile(NAME, email, Set.of(Role.ADMIN), OperatorProfile.Status.ACTIVE);
    PersonalPasswords.refuse(password, admin);
    var act = new Act(SERVICE, clock.instant());
    return operators.saveFirst(Operator.add(ids.get(), admin, act), passwords.hash(password));
  }
}
