package io.clientele.http.route;

import io.clientele.http.exchange.IdempotentRequest;
import io.javalin.http.Context;
import java.io.IOException;

/** Answers one request, or throws an exception that {@code HttpServer} turns into a problem. */
@FunctionalInterface
public interface RouteHandler {
  void answer(Context http) throws IOException;

  /** Returns this handler with an {@code Idempotency-Key} that it must ask for. */
  default RouteHandler idempotent() {
    return http -> {
      IdempotentRequest.begin(http);
      answer(http);
      IdempotentRequest.end(http);
    };
  }
}
