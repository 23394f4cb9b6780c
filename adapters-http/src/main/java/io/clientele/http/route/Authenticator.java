package io.clientele.http.route;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.exchange.problem.ProblemException;
import io.javalin.http.Context;

/** Authenticates the caller of a route that requires a permission. */
@FunctionalInterface
public interface Authenticator {
  /**
   * Returns the caller; throws a {@link ProblemException} with 401 for an unknown caller, and for
   * one whose token is for another front.
   */
  Actor admit(Context http, Front front);

  /**
   * Refuses with 403 an admitted caller who must do something else first.
   *
   * @param permission that the route requires
   */
  default void allow(Permission permission, Context http) {}
}
