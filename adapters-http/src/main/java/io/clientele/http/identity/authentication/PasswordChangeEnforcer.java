package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.route.Authenticator;
import io.javalin.http.Context;

/**
 * Authenticates callers by bearer token. Refuses all requests except a password change to an
 * operator whose password was set by an administrator. Only tokens that carry this mark cost a
 * look-up.
 */
public final class PasswordChangeEnforcer implements Authenticator {
  private final BearerAuthenticator bearers;
  private final Operators operators;

  /** Adds the check to another authenticator. */
  public PasswordChangeEnforcer(BearerAuthenticator bearers, Operators operators) {
    this.bearers = bearers;
    this.operators = operators;
  }

  @Override
  public Actor admit(Context http, Front front) {
    return bearers.admit(http, front);
  }

  @Override
  public void allow(Permission permission, Context http) {
    if (permission != IdentityPermission.CHANGE_OWN_PASSWORD
        && Actors.caller(http) instanceof AuthenticatedCaller.Operating operating
        && operating.hadToChangePassword()
        && mustChangePassword(operating.operator())) {
      throw new ProblemException(
          Problem.of(
              403,
              "password-change-required",
              "Password change required",
              "An administrator has set your password. Change it by POST /v1/me/password first."));
    }
  }

  private boolean mustChangePassword(OperatorId id) {
    return operators.find(id).map(Operator::passwordChangeRequired).orElse(false);
  }
}
