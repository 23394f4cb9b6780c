package io.clientele.http.server;

import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteTable;
import io.clientele.http.telemetry.RequestTelemetry;
import io.javalin.Javalin;
import io.opentelemetry.api.OpenTelemetry;

/** Serves the routes on a port. */
public final class HttpServer implements AutoCloseable {
  private final JettyListener listener;
  private final Javalin javalin;

  /**
   * Creates a server for these routes. It binds no port before {@link #start}.
   *
   * @param bulkhead bounds the cores for new connections
   * @param telemetry records every request
   */
  public HttpServer(
      HttpConfig config,
      RouteTable routes,
      RequestAdmission admission,
      CpuBulkhead bulkhead,
      OpenTelemetry telemetry) {
    this.listener = new JettyListener(config, routes, new RequestTelemetry(telemetry), bulkhead);
    this.javalin =
        Javalin.create(
            javalinConfig -> {
              listener.configure(javalinConfig);
              new RouteAnswerer(routes, admission).addTo(javalinConfig);
            });
  }

  /** Binds and serves. */
  public void start() {
    javalin.start();
  }

  /** Returns the bound port, also if the configuration asked for any free port. */
  public int port() {
    return javalin.port();
  }

  /**
   * Continues to serve, but closes the connection after each response, so that clients connect to
   * another instance before this one stops.
   */
  public void retire() {
    listener.retire();
  }

  /** Accepts no more connections, lets requests in progress complete for a while, and stops. */
  @Override
  public void close() {
    listener.drain();
    javalin.stop();
  }
}
