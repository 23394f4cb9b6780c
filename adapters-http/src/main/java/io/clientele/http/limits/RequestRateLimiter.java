package io.clientele.http.limits;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Budget;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.net.TrustedProxies;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whoever asks too often, and tells everyone how much is left, in the words of the draft on
 * RateLimit fields. An answer tells of the budget that was asked last.
 */
public final class RequestRateLimiter {
  /** There are none. */
  public static final RequestRateLimiter OFF = new RequestRateLimiter(null, TrustedProxies.NONE);

  private static final Map<Budget, String> NAMES =
      new EnumMap<>(
          Map.of(
              Budget.CALLER, "\"default\"",
              Budget.ADDRESS, "\"address\"",
              Budget.SIGN_IN_NAME, "\"sign-in\"",
              Budget.SIGN_IN_STRANGERS, "\"sign-in-strangers\"",
              Budget.SIGN_IN_DEVICE, "\"sign-in-device\"",
              Budget.SIGN_IN_ADDRESS, "\"sign-in-address\"",
              Budget.OWN_PASSWORD, "\"own-password\"",
              Budget.EMAIL_CHANGE, "\"email-change\""));

  private final @Nullable RateLimiter permits;
  private final TrustedProxies proxies;
  private final PermitAwaiter waitingRoom;

  /** What was said of a budget, for it seldom changes. */
  private final Map<Budget, Policy> policies = new ConcurrentHashMap<>();

  private record Policy(long size, long windowSeconds, String text) {}

  /** Of these permits, for addresses as these proxies tell them. */
  public RequestRateLimiter(@Nullable RateLimiter permits, TrustedProxies proxies) {
    this(permits, proxies, new PermitAwaiter());
  }

  public RequestRateLimiter(
      @Nullable RateLimiter permits, TrustedProxies proxies, PermitAwaiter waitingRoom) {
    this.permits = permits;
    this.proxies = proxies;
    this.waitingRoom = waitingRoom;
  }

  /** One call from an address; asked before anything is done for it. */
  public void address(Context http) {
    take(Budget.ADDRESS, http);
  }

  /** One call of a caller who is known by now. */
  public void caller(Context http, String name) {
    take(Budget.CALLER, name, http);
  }

  /** One sign-in from an address. */
  public void signInAddress(Context http) {
    take(Budget.SIGN_IN_ADDRESS, http);
  }

  /** One sign-in to a name from one network; asked once the body is known to be sound. */
  public void signInName(Context http, String email) {
    if (permits != null) {
      take(Budget.SIGN_IN_NAME, email + " " + network(http), http);
    }
  }

  /**
   * One sign-in to a name from a network that never signed in to it. Waits a while for a permit
   * that all such networks share, where there is none.
   */
  public void signInStranger(Context http, String email) {
    if (permits == null) {
      return;
    }
    var first = permits.take(Budget.SIGN_IN_STRANGERS, email);
    var last =
        first.granted()
            ? first
            : waitingRoom.await(
                http.req(), first, () -> permits.take(Budget.SIGN_IN_STRANGERS, email));
    answer(Budget.SIGN_IN_STRANGERS, last, http);
  }

  /** One sign-in from a browser that signed in before. */
  public void signInDevice(Context http, String device) {
    take(Budget.SIGN_IN_DEVICE, device, http);
  }

  /** One try of an operator to change its own password. */
  public void ownPassword(Context http, String operator) {
    take(Budget.OWN_PASSWORD, operator, http);
  }

  /** The network that a request comes from: of version 4 a /24, of version 6 a /64. */
  public String network(Context http) {
    return proxies.network(ServletContextRequest.getServletContextRequest(http.req()));
  }

  /** One change of an account's e-mail address by its customer. */
  public void emailChange(Context http, AccountId account) {
    take(Budget.EMAIL_CHANGE, account.toString(), http);
  }

  private void take(Budget budget, Context http) {
    if (permits != null) {
      var request = ServletContextRequest.getServletContextRequest(http.req());
      take(budget, proxies.client(request), http);
    }
  }

  private void take(Budget budget, String holder, Context http) {
    if (permits == null) {
      return;
    }
    answer(budget, permits.take(budget, holder), http);
  }

  private void answer(Budget budget, Permit permit, Context http) {
    var response = http.res();
    response.setHeader("RateLimit-Policy", policy(budget, permit));
    response.setHeader(
        "RateLimit",
        NAMES.get(budget) + ";r=" + permit.remaining() + ";t=" + permit.resetSeconds());
    if (!permit.granted()) {
      throw new ProblemException(Problem.rateLimited(permit.resetSeconds()));
    }
  }

  private String policy(Budget budget, Permit permit) {
    var known = policies.get(budget);
    if (known == null
        || known.size() != permit.size()
        || known.windowSeconds() != permit.windowSeconds()) {
      var text = NAMES.get(budget) + ";q=" + permit.size() + ";w=" + permit.windowSeconds();
      known = new Policy(permit.size(), permit.windowSeconds(), text);
      policies.put(budget, known);
    }
    return known.text();
  }
}
