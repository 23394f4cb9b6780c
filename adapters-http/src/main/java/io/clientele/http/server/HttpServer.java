package io.clientele.http.server;

import io.clientele.domain.identity.Front;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteTable;
import io.clientele.http.telemetry.RequestTelemetry;
import io.javalin.Javalin;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Serves the routes on a port, or operations and the store on a port each. Each port has its own
 * connections and its own limits; the limits of rates, and the cores for new connections, are
 * shared.
 */
public final class HttpServer implements AutoCloseable {
  private final List<Listener> listeners;
  private final int drainMillis;

  /** One port, and the routes that it serves. */
  private record Listener(JettyListener jetty, Javalin javalin) {
    Listener(JettyListener jetty, RouteTable routes, RequestAdmission admission) {
      this(
          jetty,
          Javalin.create(
              javalinConfig -> {
                jetty.configure(javalinConfig);
                new RouteAnswerer(routes, admission).addTo(javalinConfig);
              }));
    }
  }

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
    var requests = new RequestTelemetry(telemetry);
    BiFunction<HttpConfig, RouteTable, Listener> listener =
        (own, served) ->
            new Listener(new JettyListener(own, served, requests, bulkhead), served, admission);
    this.drainMillis = config.drainMillis();
    this.listeners =
        config.store().port().isEmpty()
            ? List.of(listener.apply(config, routes))
            : List.of(
                listener.apply(config, routes.ofFronts(Set.of(Front.OPERATIONS))),
                listener.apply(config.ofStore(), routes.ofFronts(Set.of(Front.STORE))));
  }

  /** Binds the port of operations, and serves. */
  public void start() {
    listeners.getFirst().javalin().start();
  }

  /** Binds the port of the store, if it has one of its own, and serves. */
  public void startStore() {
    listeners.stream().skip(1).forEach(store -> store.javalin().start());
  }

  /** Returns the bound port, also if the configuration asked for any free port. */
  public int port() {
    return listeners.getFirst().javalin().port();
  }

  /** Returns the bound port of the store alone; empty if it has none. */
  public OptionalInt storePort() {
    return listeners.stream().skip(1).mapToInt(store -> store.javalin().port()).findFirst();
  }

  /**
   * Continues to serve, but closes the connection after each response, so that clients connect to
   * another instance before this one stops.
   */
  public void retire() {
    listeners.forEach(listener -> listener.jetty().retire());
  }

  /** Accepts no more connections, lets requests in progress complete for a while, and stops. */
  @Override
  public void close() {
    listeners.forEach(listener -> listener.jetty().shutdown());
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(drainMillis);
    listeners.forEach(listener -> listener.jetty().drain(end));
    listeners.forEach(listener -> listener.javalin().stop());
  }
}
