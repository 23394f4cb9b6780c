package io.clientele.http.route;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.exchange.problem.ProblemException;
import io.javalin.http.Context;

/** Tells who calls a route that asks for a permission. */
@FunctionalInterface
public interface Authenticator {
  /** Whoever calls; throws a {@link ProblemException} with 401 if that is nobody we know. */
  Actor admit(Context http);

  /**
   * Refuses with 403 an admitted caller who must do something else first.
   *
   * @param permission that the route asks for
   */
  default void allow(Permission permission, Context http) {}
}
