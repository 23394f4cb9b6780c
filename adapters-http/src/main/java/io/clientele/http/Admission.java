package io.clientele.http;

import io.clientele.domain.identity.Actor;
import io.javalin.http.Context;

/** Tells who calls a route that asks for a permission. */
@FunctionalInterface
public interface Admission {
  /** Whoever calls; throws a {@link Refusal} with 401 if that is nobody we know. */
  Actor admit(Context http);
}
