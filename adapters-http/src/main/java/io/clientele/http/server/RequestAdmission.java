package io.clientele.http.server;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.Route;
import io.clientele.http.telemetry.RequestAttributes;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/**
 * Decides whether a request reaches its route: rate limits, readiness, authentication and
 * permission. Throws a {@link ProblemException} for a request that does not. Safe for use by many
 * threads.
 *
 * @param limits rate limits of addresses, callers and routes
 * @param isOpen while false, every route that needs durable storage answers 503
 */
public record RequestAdmission(
    Authenticator authenticator, RequestRateLimiter limits, BooleanSupplier isOpen) {
  /** Returns an admission without rate limits, for a service that is ready. */
  public static RequestAdmission of(Authenticator authenticator) {
    return new RequestAdmission(authenticator, RequestRateLimiter.OFF, () -> true);
  }

  /** Takes a permit of the address, and refuses while the service is not ready. */
  void enter(Route route, Context http) {
    if (route.isRateLimited()) {
      limits.takeForAddress(http, IngressRateLimits.ADDRESS);
    }
    if (route.isDurable() && !isOpen.getAsBoolean()) {
      throw new ProblemException(Problem.unavailable());
    }
  }

  /** Authenticates the caller, takes a permit of the caller, and requires the permission. */
  void requirePermission(Permission permission, Front front, Context http) {
    var actor = authenticate(front, http);
    if (!actor.may(permission)) {
      throw new ProblemException(Problem.notAllowed());
    }
    authenticator.allow(permission, http);
  }

  /** Authenticates the caller, if the request has credentials, and takes a permit of the caller. */
  void verifyCredentials(Front front, Context http) {
    if (http.req().getHeader("Authorization") != null) {
      authenticate(front, http);
    }
  }

  private Actor authenticate(Front front, Context http) {
    var actor = authenticator.admit(http, front);
    http.req().setAttribute(RequestAttributes.ACTOR, actor.name());
    limits.take(http, IngressRateLimits.CALLER, actor.name());
    return actor;
  }
}
