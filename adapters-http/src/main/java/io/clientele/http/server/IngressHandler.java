package io.clientele.http.server;

import io.clientele.domain.identity.Front;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.limits.ConcurrencyClass;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.route.Route;
import io.clientele.http.route.RouteTable;
import io.clientele.http.telemetry.RejectionCounter;
import io.clientele.http.telemetry.RequestAttributes;
import io.clientele.http.telemetry.RequestTelemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of every request. Sets the request id, the security headers and the CORS
 * headers, refuses paths with parameters, and rejects requests under overload. Only routes that
 * declare a queue wait for a turn. Health checks do not wait, so an overloaded instance is not
 * replaced.
 */
final class IngressHandler extends Handler.Wrapper {
  private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

  private static final String API = "/v1/";
  private static final String STORE = "/store/v1/";

  private final ResponseHeaders headers;
  private final AllowedOrigins origins;
  private final RouteTable routes;
  private final Map<Route, ConcurrencyLimiter> limiters;
  private final RequestTelemetry telemetry;
  private final AtomicInteger inWork = new AtomicInteger();
  private volatile boolean isRetired;

  IngressHandler(
      HttpConfig config, RouteTable routes, ResponseHeaders headers, RequestTelemetry telemetry) {
    var rejections = new ArrayList<RejectionCounter>();
    this.routes = routes;
    this.limiters = limiters(config, routes, rejections);
    this.headers = headers;
    this.origins = config.origins();
    this.telemetry = telemetry;
    telemetry.watch(inWork::get, rejections);
  }

  /** One limiter for each concurrency class that a route declares; none for routes not queued. */
  private static Map<Route, ConcurrencyLimiter> limiters(
      HttpConfig config, RouteTable routes, List<RejectionCounter> rejections) {
    var usual =
        new ConcurrencyClass("work", config.workMax(), Integer.MAX_VALUE, config.waitMillis());
    var store =
        new ConcurrencyClass(
            "store", config.store().workMax(), Integer.MAX_VALUE, config.waitMillis());
    var ofClass = new HashMap<ConcurrencyClass, ConcurrencyLimiter>();
    var ofRoute = new IdentityHashMap<Route, ConcurrencyLimiter>();
    for (var route : routes.all()) {
      if (route.isQueued()) {
        var shared = route.front() == Front.STORE ? store : usual;
        var own = Objects.requireNonNullElse(route.concurrencyClass(), shared);
        ofRoute.put(route, ofClass.computeIfAbsent(own, bounds -> limiter(bounds, rejections)));
      }
    }
    return ofRoute;
  }

  private static ConcurrencyLimiter limiter(
      ConcurrencyClass bounds, List<RejectionCounter> rejections) {
    var rejected = new RejectionCounter(bounds.name());
    rejections.add(rejected);
    return new ConcurrencyLimiter(
        rejected, bounds.workMax(), bounds.waitingMax(), bounds.waitMillis());
  }

  /** Returns the number of requests in progress. */
  int inWork() {
    return inWork.get();
  }

  /** Closes the connection after every response from now on. */
  void retire() {
    isRetired = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers.addTo(request, response.getHeaders());
    if (isRetired) {
      response.getHeaders().put(CLOSE);
    }
    try (var _ = telemetry.begin(request).makeCurrent()) {
      var isTaken = take(request, response, callback);
      QueuedConnection.answered(request, response.getStatus());
      return isTaken;
    }
  }

  private boolean take(Request request, Response response, Callback callback) throws Exception {
    var path = request.getHttpURI().getPath();
    if (path.indexOf(';') >= 0) {
      Response.writeError(request, response, callback, 400);
      return true;
    }
    var head = RequestHeaderValidator.of(request);
    var problem = head.problem();
    if (problem != null) {
      ServerErrorHandler.answer(problem, request, response, callback);
      return true;
    }
    if (origins.isPreflight(request)) {
      AllowedOrigins.addPermissions(response.getHeaders());
      response.setStatus(204);
      callback.succeeded();
      return true;
    }
    if (isNowhere(request, path)) {
      ServerErrorHandler.answer(Problem.nothingHere(), request, response, callback);
      return true;
    }
    return work(head.request(), response, callback);
  }

  /**
   * Whether no route has this path of the API. Such a request is refused here, where it costs
   * least; one with a body, which has to be read first, and one with an encoded path are refused
   * later.
   */
  private boolean isNowhere(Request request, String path) {
    return (path.startsWith(API) || path.startsWith(STORE))
        && path.indexOf('%') < 0
        && request.getAttribute(RequestBodies.PRESENT) == null
        && !routes.hasPath(path);
  }

  private boolean work(Request request, Response response, Callback callback) throws Exception {
    try {
      inWork.incrementAndGet();
      var limiter = limiter(request.getMethod(), request.getHttpURI().getPath());
      if (limiter != null && limiter.isFull()) {
        limiter.reject();
        return refuse(request, response, callback);
      }
      QueuedConnection.endTurn(request);
      return limiter == null
          ? super.handle(request, response, callback)
          : inTurn(limiter, request, response, callback);
    } finally {
      inWork.decrementAndGet();
    }
  }

  /** Null for a route that is not queued, and for a path or method that no route has. */
  private @Nullable ConcurrencyLimiter limiter(String method, String path) {
    var route = routes.match(method, path);
    return route == null ? null : limiters.get(route);
  }

  private boolean inTurn(
      ConcurrencyLimiter limiter, Request request, Response response, Callback callback)
      throws Exception {
    var pass = limiter.pass(request);
    if (!pass.enter()) {
      return refuse(request, response, callback);
    }
    try {
      return super.handle(request, response, callback);
    } finally {
      pass.leave();
    }
  }

  private static boolean refuse(Request request, Response response, Callback callback) {
    request.setAttribute(RequestAttributes.SHED, true);
    Response.writeError(request, response, callback, 503);
    return true;
  }
}
