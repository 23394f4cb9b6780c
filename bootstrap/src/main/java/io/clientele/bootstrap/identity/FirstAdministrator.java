package io.clientele.bootstrap.identity;

import io.clientele.application.identity.AddFirstAdmin;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.InvalidValue;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the administrator that the settings name, if there is no administrator yet. */
public final class FirstAdministrator {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Optional<FirstAdmin> named;
  private final Operators operators;
  private final AddFirstAdmin addFirstAdmin;
  private volatile boolean isNew;

  FirstAdministrator(Optional<FirstAdmin> named, Operators operators, AddFirstAdmin addFirstAdmin) {
    this.named = named;
    this.operators = operators;
    this.addFirstAdmin = addFirstAdmin;
  }

  /** Returns the administrator that the settings name; empty if they name none. */
  public Optional<FirstAdmin> named() {
    return named;
  }

  /** Whether this process has added the first administrator. */
  public boolean isNew() {
    return isNew;
  }

  /**
   * Adds the administrator. The service also runs without one: API keys and outside issuers give
   * access.
   *
   * @throws InvalidConfiguration if the password is not acceptable
   */
  void add() {
    if (named.isEmpty()) {
      if (!operators.hasAdmin()) {
        LOG.warn("no administrator exists: set ADMIN_EMAIL and ADMIN_PASSWORD, and restart");
      }
      return;
    }
    switch (add(named.get())) {
      case STORED -> {
        isNew = true;
        LOG.info("the first administrator was added");
      }
      case EMAIL_TAKEN ->
          LOG.warn(
              "no administrator exists, and ADMIN_EMAIL belongs to an operator without the role"
                  + " admin");
      case ADMIN_EXISTS -> LOG.debug("an administrator exists");
    }
  }

  private First add(FirstAdmin admin) {
    if (operators.hasAdmin()) {
      return First.ADMIN_EXISTS;
    }
    try {
      return addFirstAdmin.add(admin.email(), new Password(admin.password()));
    } catch (InvalidValue unfit) {
      throw new InvalidConfiguration("ADMIN_PASSWORD " + unfit.faults().getFirst().rule());
    }
  }
}
