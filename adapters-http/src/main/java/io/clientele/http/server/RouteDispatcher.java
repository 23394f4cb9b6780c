package io.clientele.http.server;

import io.clientele.http.route.RouteTable;
import io.javalin.Javalin;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers requests of this process by the routes, without a connection: the same checks, handlers
 * and problems as those of the server. Safe for use by many threads.
 */
public final class RouteDispatcher {
  private final Servlet servlet;

  /** Dispatches to these routes, of all fronts. */
  public RouteDispatcher(RouteTable routes, RequestAdmission admission) {
    this.servlet =
        Javalin.create(
                javalin -> {
                  JettyListener.configureRouting(javalin);
                  new RouteAnswerer(routes, admission).addTo(javalin);
                })
            .javalinServlet();
  }

  /**
   * Answers a request.
   *
   * @param response has the header {@code X-Request-Id}
   */
  public void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    servlet.service(request, response);
  }
}
