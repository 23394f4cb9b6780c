package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.Permission;
import io.clientele.http.route.Authenticator;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;

/** Authenticates the callers of requests that are carried out later, by their descriptions. */
public final class DeferredAuthenticator implements Authenticator {
  private static final String DESCRIPTION = DeferredAuthenticator.class.getName();
  private static final String REFUSED = "The caller's access has ended since.";

  private final DeferredCallers callers;
  private final Authenticator checks;

  /**
   * Restores these callers.
   *
   * @param checks what every admitted caller must do first
   */
  public DeferredAuthenticator(DeferredCallers callers, Authenticator checks) {
    this.callers = callers;
    this.checks = checks;
  }

  /** Adds the description of the caller to a request of this process. */
  public static void describe(HttpServletRequest request, Map<String, String> description) {
    request.setAttribute(DESCRIPTION, Map.copyOf(description));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Actor admit(Context http, Front front) {
    var description = (Map<String, String>) http.req().getAttribute(DESCRIPTION);
    var caller = callers.restored(Objects.requireNonNull(description, "set before the dispatch"));
    if (caller == null || caller.front() != front) {
      throw BearerAuthenticator.unknown(REFUSED, true);
    }
    Actors.keep(caller, http);
    return caller.actor();
  }

  @Override
  public void allow(Permission permission, Context http) {
    checks.allow(permission, http);
  }
}
