package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Causation;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.header.Utf8Header;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.telemetry.RequestAttributes;
import io.clientele.http.telemetry.RequestTrace;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Returns the actor of a request, as {@link BearerAuthenticator} authenticated it. */
public final class Actors {
  private static final String CALLER = "io.clientele.http.caller";
  private static final String REASON = "Audit-Reason";
  private static final int REASON_MAX = 200;

  private Actors() {}

  /** Returns the actor of a request that only reads. */
  public static Actor of(Context http) {
    return caller(http).actor();
  }

  /**
   * Returns the account of a customer.
   *
   * @throws ProblemException with a 403 for an actor without one
   */
  public static AccountId ownAccount(Actor actor) {
    var account = actor.ownAccount();
    if (account == null) {
      throw new ProblemException(Problem.notAllowed());
    }
    return account;
  }

  /**
   * Returns the actor of a request that changes something, with the cause for the audit. Notes
   * faults of the headers {@code Idempotency-Key} and {@code Audit-Reason}.
   */
  public static Actor changing(Context http, ValidationErrors faults) {
    IdempotentRequest.check(http, faults);
    var caller = caller(http);
    var cause = cause(http, faults);
    return caller
        .actor()
        .because(caller instanceof AuthenticatedCaller.Outside one ? by(one, cause) : cause);
  }

  /** Returns the cause of a change: the request id, and the reason in its header, if any. */
  public static Causation cause(Context http, ValidationErrors faults) {
    var requestId = String.valueOf(http.res().getHeader("X-Request-Id"));
    var reason = Utf8Header.read(http, REASON, REASON_MAX, faults);
    return new Causation(requestId, reason).within(trace(http));
  }

  public static AuthenticatedCaller caller(Context http) {
    Object caller = http.req().getAttribute(CALLER);
    return (AuthenticatedCaller)
        Objects.requireNonNull(caller, "set where a route asks for a permission");
  }

  /**
   * Returns the operator of a request.
   *
   * @param refusal the sentence for a caller that is no operator
   * @throws ProblemException with a 403 for another caller
   */
  public static AuthenticatedCaller.Operating operator(Context http, String refusal) {
    if (caller(http) instanceof AuthenticatedCaller.Operating operating) {
      return operating;
    }
    throw new ProblemException(Problem.of(403, "not-allowed", "Not allowed", refusal));
  }

  static void keep(AuthenticatedCaller caller, Context http) {
    http.req().setAttribute(CALLER, caller);
  }

  /** A customer changes its own account alone, under whose key its subject can be sealed. */
  private static Causation by(AuthenticatedCaller.Outside caller, Causation cause) {
    var actor = caller.actor();
    var isCustomer = actor.ownAccount() != null && actor.roles().equals(Set.of(Role.CUSTOMER));
    return isCustomer ? cause.by(caller.verified().subject()) : cause;
  }

  private static @Nullable String trace(Context http) {
    return RequestTrace.parent(
        http.req().getHeader(RequestTrace.TRACEPARENT),
        http.req().getAttribute(RequestAttributes.SPAN));
  }
}
