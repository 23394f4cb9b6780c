package io.clientele.http.telemetry;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs one line for each request: method, route, status and duration. A line holds no text of the
 * client except a checked request id. Without path, query and headers no line can be forged and no
 * e-mail leaks. Successful reads, which are most of the traffic, and rejected requests, which
 * {@link RejectionCounter} sums up, are logged at DEBUG only.
 */
public final class RequestLog implements org.eclipse.jetty.server.RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.clientele.http.requests");

  private final RequestTelemetry telemetry;

  public RequestLog(RequestTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void log(Request request, Response response) {
    telemetry.end(request, response);
    var status = response.getStatus();
    var isShed = request.getAttribute(RequestAttributes.SHED) != null;
    var level = isShed ? Level.DEBUG : level(request.getMethod(), status);
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    var requestId = response.getHeaders().get(RequestTrace.REQUEST_ID);
    var trace =
        RequestTrace.of(request, requestId == null ? RequestTrace.requestId(null) : requestId);
    var took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    LOG.atLevel(level)
        .addKeyValue("method", HttpMethods.known(request.getMethod()))
        .addKeyValue("route", route(request))
        .addKeyValue("status", status)
        .addKeyValue("durationMicros", took.toNanos() / 1000)
        .addKeyValue("actor", actor(request.getAttribute(RequestAttributes.ACTOR)))
        .addKeyValue("requestId", trace.requestId())
        .addKeyValue("traceId", trace.traceId())
        .log("request");
  }

  private static Object route(Request request) {
    var route = request.getAttribute(RequestAttributes.ROUTE);
    return route == null ? "none" : route;
  }

  /** Returns the actor for the log; masked if it holds an e-mail address. */
  public static String actor(@Nullable Object admitted) {
    return admitted instanceof String name ? name.indexOf('@') < 0 ? name : "***" : "none";
  }

  private static Level level(String method, int status) {
    if (status == 500 || status == 503) {
      return Level.WARN;
    }
    return status < 400 && ("GET".equals(method) || "HEAD".equals(method))
        ? Level.DEBUG
        : Level.INFO;
  }
}
