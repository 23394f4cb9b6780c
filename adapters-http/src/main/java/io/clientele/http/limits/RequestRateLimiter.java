package io.clientele.http.limits;

import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.telemetry.RequestAttributes;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests over a rate limit with 429, and tells every caller how much is left, in the
 * fields of the draft on RateLimit header fields. A response tells of the limit that was taken
 * last. Safe for use by many threads.
 */
public final class RequestRateLimiter {
  /** Limits nothing. */
  public static final RequestRateLimiter OFF = new RequestRateLimiter(null, TrustedProxies.NONE);

  private final @Nullable RateLimiter permits;
  private final TrustedProxies proxies;
  private final PermitAwaiter waitingRoom;

  /** The header texts of each limit, which rarely change. */
  private final Map<RateLimit, Policy> policies = new ConcurrentHashMap<>();

  private record Policy(long size, long windowSeconds, String name, String text) {
    static Policy of(RateLimit limit, Permit permit) {
      var name = '"' + limit.policy() + '"';
      var text = name + ";q=" + permit.size() + ";w=" + permit.windowSeconds();
      return new Policy(permit.size(), permit.windowSeconds(), name, text);
    }

    boolean isOf(Permit permit) {
      return size == permit.size() && windowSeconds == permit.windowSeconds();
    }
  }

  /** Takes permits for addresses as resolved by these proxies. */
  public RequestRateLimiter(@Nullable RateLimiter permits, TrustedProxies proxies) {
    this(permits, proxies, new PermitAwaiter());
  }

  public RequestRateLimiter(
      @Nullable RateLimiter permits, TrustedProxies proxies, PermitAwaiter waitingRoom) {
    this.permits = permits;
    this.proxies = proxies;
    this.waitingRoom = waitingRoom;
  }

  /** Takes one permit of the key. Throws a {@link ProblemException} with 429 if none is left. */
  public void take(Context http, RateLimit limit, String key) {
    take(http, limit, key, 1);
  }

  /**
   * Takes so many permits of the key. Takes none and answers 429 if fewer are left. A request that
   * is carried out later takes none, because it took them when it was accepted.
   */
  public void take(Context http, RateLimit limit, String key, int count) {
    if (permits != null && http.req().getAttribute(RequestAttributes.DEFERRED) == null) {
      answer(limit, permits.take(limit, key, count), http);
    }
  }

  /** Takes one permit of the client's address, as {@link #take} does. */
  public void takeForAddress(Context http, RateLimit limit) {
    if (permits != null) {
      take(http, limit, proxies.client(ServletContextRequest.getServletContextRequest(http.req())));
    }
  }

  /** Takes one permit of the key. Waits for one, at most 5 seconds, if none is left. */
  public void takeOrWait(Context http, RateLimit limit, String key) {
    if (permits == null) {
      return;
    }
    var first = permits.take(limit, key);
    var last =
        first.granted()
            ? first
            : waitingRoom.await(http.req(), first, () -> permits.take(limit, key));
    answer(limit, last, http);
  }

  /** The network of a request: a /24 of IPv4, a /64 of IPv6. */
  public String network(Context http) {
    return proxies.network(ServletContextRequest.getServletContextRequest(http.req()));
  }

  /** The site of a request: a /24 of IPv4, a /48 of IPv6. */
  public String site(Context http) {
    return proxies.site(ServletContextRequest.getServletContextRequest(http.req()));
  }

  private void answer(RateLimit limit, Permit permit, Context http) {
    var policy = policy(limit, permit);
    var response = http.res();
    response.setHeader("RateLimit-Policy", policy.text());
    response.setHeader(
        "RateLimit", policy.name() + ";r=" + permit.remaining() + ";t=" + permit.resetSeconds());
    if (!permit.granted()) {
      throw new ProblemException(Problem.rateLimited(permit.resetSeconds()));
    }
  }

  private Policy policy(RateLimit limit, Permit permit) {
    var known = policies.get(limit);
    if (known == null || !known.isOf(permit)) {
      known = Policy.of(limit, permit);
      policies.put(limit, known);
    }
    return known;
  }
}
