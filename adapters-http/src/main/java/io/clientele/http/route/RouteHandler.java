package io.clientele.http.route;

import io.javalin.http.Context;
import java.io.IOException;

/** Answers one request, or throws an exception that {@code HttpServer} turns into a problem. */
@FunctionalInterface
public interface RouteHandler {
  void answer(Context http) throws IOException;
}
