package io.clientele.http.server;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.AcceptHeader;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ProblemJson;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.clientele.http.route.Route;
import io.clientele.http.route.RouteTable;
import io.clientele.http.telemetry.RequestAttributes;
import io.clientele.http.telemetry.RequestLog;
import io.clientele.http.telemetry.RequestTrace;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.servlet.DefaultTasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Answers requests by their routes. Only this class translates exceptions to response statuses. */
final class RouteAnswerer {
  private static final Logger LOG = LoggerFactory.getLogger(RouteAnswerer.class);

  /** Twice the largest body of any route: a client that sends a little more sees why not. */
  private static final long LINGER_BYTES_MAX = 16L << 20;

  private final RouteTable routes;
  private final RequestAdmission admission;

  RouteAnswerer(RouteTable routes, RequestAdmission admission) {
    this.routes = routes;
    this.admission = admission;
  }

  /**
   * Registers routes in the order of the table, which Javalin keeps: the first that matches
   * answers. No handlers before or after: each would cost every request its look-up.
   */
  @SuppressWarnings("unchecked")
  void addTo(JavalinConfig javalin) {
    javalin.requestLifeCycle(DefaultTasks.INSTANCE.getHTTP());
    for (var route : routes.all()) {
      javalin.routes.addHttpHandler(
          HandlerType.findOrCreate(route.method()),
          route.path(),
          http -> CurrentFront.run(route.front(), () -> answer(route, http)));
    }
    javalin.routes.exception(
        HttpResponseException.class, (refused, http) -> unrouted(refused, http));
  }

  private void answer(Route route, Context http) throws IOException {
    http.res().setContentType(route.mediaTypes());
    http.req().setAttribute(RequestAttributes.ROUTE, route.path());
    if (route.bodyBytesMax() != RequestBodies.BYTES_MAX) {
      RequestBodies.limit(http, route.bodyBytesMax());
    }
    try {
      AcceptHeader.require(route.mediaTypes(), http);
      admission.enter(route, http);
      if (route.shortcut().answers(http)) {
        return;
      }
      if (route.permission() != null) {
        admission.requirePermission(route.permission(), route.front(), http);
      } else if (route.verifiesCredentials()) {
        admission.verifyCredentials(route.front(), http);
      }
      if (route.isRead()) {
        RequestBodies.ignore(http);
      }
      route.handler().answer(http);
    } catch (ProblemException refusal) {
      refuse(http, refusal.problem());
    } catch (InvalidValue broken) {
      refuse(http, Problem.invalid(broken));
    } catch (PortUnavailable away) {
      of(http, LOG.atWarn()).addKeyValue("port", away.getMessage()).log("answered 503");
      refuse(http, Problem.unavailable());
    } catch (EofException gone) {
      throw gone; // the client has closed the connection
    } catch (Exception | LinkageError | StackOverflowError bug) {
      of(http, LOG.atError()).setCause(bug).log("answered 500");
      refuse(http, Problem.plain(500, "The service failed because of an internal error."));
    }
  }

  /** Adds the actor and the ids of the request to the log line. */
  private static LoggingEventBuilder of(Context http, LoggingEventBuilder line) {
    var trace = trace(http);
    return line.addKeyValue(
            "actor", RequestLog.actor(http.req().getAttribute(RequestAttributes.ACTOR)))
        .addKeyValue("requestId", trace.requestId())
        .addKeyValue("traceId", trace.traceId());
  }

  private static RequestTrace trace(Context http) {
    var requestId = http.res().getHeader(RequestTrace.REQUEST_ID);
    return RequestTrace.of(
        Objects.requireNonNull(requestId, "set by IngressHandler"),
        http.req().getHeader(RequestTrace.TRACEPARENT),
        http.req().getAttribute(RequestAttributes.SPAN));
  }

  /** Answers what Javalin refuses: an unknown path, or a method that the path does not have. */
  private void unrouted(HttpResponseException refused, Context http) {
    try {
      if (refused instanceof MethodNotAllowedResponse notAllowed) {
        var allowed = notAllowed.getDetails().values().stream().collect(Collectors.joining(", "));
        refuse(
            http,
            Problem.plain(405, "This path does not support the method.")
                .with("Allow", sorted(allowed)));
      } else if (!routes.notFound().answers(http)) {
        refuse(http, Problem.nothingHere());
      }
    } catch (IOException gone) {
      LOG.atDebug().setCause(gone).log("the client disconnected");
    }
  }

  private static String sorted(String methods) {
    return Arrays.stream(methods.split(", "))
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(", "));
  }

  private static void refuse(Context http, Problem problem) throws IOException {
    HttpServletResponse response = http.res();
    if (response.isCommitted()) {
      Responses.cut(http);
      throw new EofException("a failure after the response had started");
    }
    ProblemJson.send(problem, trace(http), response);
    response.flushBuffer();
    linger(http);
  }

  /** Reads the rest of the body: closing over unread bytes would lose the response. */
  private static void linger(Context http) {
    if (!RequestBodies.has(http)) {
      return;
    }
    ConcurrencyLimiter.leave(http.req());
    try {
      var rest = http.req().getInputStream();
      if (rest.read() >= 0) {
        rest.skip(LINGER_BYTES_MAX);
      }
    } catch (IOException | RuntimeException gone) {
      LOG.atDebug().setCause(gone).log("the client stopped sending");
    }
  }
}
