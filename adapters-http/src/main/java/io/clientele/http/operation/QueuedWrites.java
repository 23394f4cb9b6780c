package io.clientele.http.operation;

import io.clientele.application.operation.QueueWrite;
import io.clientele.application.operation.QueueWrite.Outcome;
import io.clientele.domain.operation.OperationId;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.RespondAsync;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.identity.authentication.DeferredCallers;
import io.clientele.http.route.Route;
import io.clientele.http.route.RouteDecorator;
import io.clientele.http.route.RouteHandler;
import io.clientele.http.route.WriteSubject;
import io.clientele.http.telemetry.RequestTrace;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Queues the requests of clients that prefer {@code respond-async}, on routes that are queueable.
 * The route's own handler judges a request first, down to the faults of its body.
 */
public final class QueuedWrites implements RouteDecorator {
  /** Headers on which the handlers of writes depend. */
  private static final List<String> HEADERS =
      List.of(
          "Content-Type", "If-Match", "Audit-Reason", "Idempotency-Key", RequestTrace.TRACEPARENT);

  /** Begins the names of what describes the caller: no header that a client sends has a dot. */
  static final String CALLER = "caller.";

  private final QueueWrite queueWrite;

  public QueuedWrites(QueueWrite queueWrite) {
    this.queueWrite = queueWrite;
  }

  @Override
  public RouteHandler decorate(Route route) {
    var subject = route.queuedSubject();
    return subject == null ? route.handler() : http -> answer(route, subject, http);
  }

  private void answer(Route route, WriteSubject.Finder subject, Context http) throws IOException {
    if (!RespondAsync.isPreferred(http)) {
      route.handler().answer(http);
      return;
    }
    RespondAsync.begin(http);
    if (!route.isIdempotent()) {
      IdempotentRequest.begin(http);
    }
    try {
      route.handler().answer(http);
    } catch (RespondAsync.Acceptable faultless) {
      queue(subject.find(http), http);
      return;
    }
    throw new IllegalStateException(route + " was carried out and not queued");
  }

  private void queue(WriteSubject subject, Context http) {
    var request =
        new QueueWrite.Request(
            subject.name(),
            subject.account(),
            IdempotentRequest.optionalKey(http),
            message(http).encode());
    switch (queueWrite.queue(Actors.of(http), request)) {
      case Outcome.Queued(var id, var isRepeated) -> accepted(http, id, isRepeated);
      case Outcome.KeyMismatch _ -> throw IdempotencyProblems.keyMismatch();
      case Outcome.QueueFull _ -> throw new ProblemException(Problem.unavailable());
      case Outcome.AlreadyErased _ ->
          throw new ProblemException(
              Problem.of(
                  410,
                  "account-erased",
                  "Account erased",
                  "The personal data of this account were removed."));
    }
  }

  private static void accepted(Context http, OperationId id, boolean isRepeated) {
    RespondAsync.applied(http);
    http.res().setHeader("Location", OperationRoutes.ALL + "/" + id);
    if (isRepeated) {
      http.res().setHeader("Idempotent-Replayed", "true");
    }
    Responses.empty(http, 202);
  }

  private static HttpMessage message(Context http) {
    var headers = new HashMap<String, String>();
    for (var name : HEADERS) {
      var values = Collections.list(http.req().getHeaders(name));
      if (!values.isEmpty()) {
        headers.put(name, String.join(", ", values));
      }
    }
    var requestId = http.res().getHeader(RequestTrace.REQUEST_ID);
    headers.put(RequestTrace.REQUEST_ID, Objects.requireNonNull(requestId, "set at the ingress"));
    DeferredCallers.describe(http).forEach((name, value) -> headers.put(CALLER + name, value));
    var start = http.req().getMethod() + " " + http.req().getRequestURI();
    return new HttpMessage(
        start,
        Map.copyOf(headers),
        new String(RequestBodies.raw(http), StandardCharsets.ISO_8859_1));
  }
}
