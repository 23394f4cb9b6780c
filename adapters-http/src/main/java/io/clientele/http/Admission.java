package io.clientele.http;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import io.javalin.http.Context;

/** Tells who calls a route that asks for a permission. */
@FunctionalInterface
public interface Admission {
  /** Whoever calls; throws a {@link Refusal} with 401 if that is nobody we know. */
  Actor admit(Context http);

  /**
   * Refuses with 403 an admitted caller who must do something else first.
   *
   * @param permission that the route asks for
   */
  default void allow(Permission permission, Context http) {}
}
