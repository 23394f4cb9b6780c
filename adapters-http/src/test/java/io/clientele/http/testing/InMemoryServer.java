package io.clientele.http.testing;

import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.http.dashboard.DashboardRoutes;
import io.clientele.http.dashboard.StorePageRoutes;
import io.clientele.http.documents.ApiDocumentRoutes;
import io.clientele.http.documents.ProblemPageRoutes;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.health.HealthState;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.limits.PermitAwaiter;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.context.InMemoryContext;
import io.clientele.http.testing.context.InMemoryParts;
import io.clientele.http.testing.context.PortReplacement;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The whole service on a free port, with all contexts on ports in memory. */
public final class InMemoryServer implements AutoCloseable {
  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final HealthState health =
      new HealthState(
          List.of(
              new HealthCheck("postgresql", true, isUp::get),
              new HealthCheck("redis", false, () -> false)));
  private final InMemoryParts parts;
  private final RouteTable routes;
  private final HttpServer server;

  public InMemoryServer() {
    this(HttpConfig.of("127.0.0.1", 0));
  }

  /** A server with these ports in place of its own. */
  public InMemoryServer(HttpConfig config, PortReplacement<?>... replacements) {
    this(config, OpenTelemetry.noop(), replacements);
  }

  /** A server that is measured, with these ports in place of its own. */
  public InMemoryServer(
      HttpConfig config, OpenTelemetry telemetry, PortReplacement<?>... replacements) {
    this(config, RequestRateLimiter.OFF, telemetry, List.of(replacements));
    health.started();
  }

  /** A server with these limits. */
  public InMemoryServer(HttpConfig config, RateLimiter permits) {
    this(config, permits, OpenTelemetry.noop());
  }

  /** A server that is measured, with these limits. */
  public InMemoryServer(HttpConfig config, RateLimiter permits, OpenTelemetry telemetry) {
    this(config, new RequestRateLimiter(permits, config.proxies()), telemetry, List.of());
    health.started();
  }

  /** A server with these limits, where requests wait for a permit. */
  public InMemoryServer(HttpConfig config, RateLimiter permits, PermitAwaiter waiting) {
    this(
        config,
        new RequestRateLimiter(permits, config.proxies(), waiting),
        OpenTelemetry.noop(),
        List.of());
    health.started();
  }

  private InMemoryServer(
      HttpConfig config,
      RequestRateLimiter limits,
      OpenTelemetry telemetry,
      List<PortReplacement<?>> replacements) {
    parts = new InMemoryParts(config, limits, health, replacements);
    List<RouteGroup> groups = new ArrayList<>();
    parts.contexts().forEach(context -> groups.addAll(context.routes()));
    groups.addAll(
        List.of(
            new HealthRoutes(health, "unknown"),
            new ApiDocumentRoutes(Front.OPERATIONS),
            new ApiDocumentRoutes(Front.STORE),
            new ProblemPageRoutes(),
            new DashboardRoutes(),
            new StorePageRoutes(List.of())));
    var undecorated = RouteTable.of(groups);
    parts.contexts().forEach(context -> context.startWith(undecorated));
    routes =
        undecorated.decoratedBy(
            parts.contexts().stream().flatMap(context -> context.decorators().stream()).toList());
    server =
        new HttpServer(
            config,
            routes,
            new RequestAdmission(parts.authenticator(), limits, health::isStarted),
            new CpuBulkhead(),
            telemetry);
    server.start();
    server.startStore();
  }

  /** A server that listens and has not started yet. An address may call it once. */
  public static InMemoryServer starting() {
    var once = Map.of(IngressRateLimits.ADDRESS, new Quota(1, Duration.ofHours(1)));
    var limits =
        new RequestRateLimiter(
            new InMemoryRateLimiter(once, System::nanoTime), TrustedProxies.NONE);
    return new InMemoryServer(
        HttpConfig.of("127.0.0.1", 0), limits, OpenTelemetry.noop(), List.of());
  }

  public void retire() {
    server.retire();
  }

  public int port() {
    return server.port();
  }

  /** Returns the port of the store alone; it has one if the configuration says so. */
  public int storePort() {
    return server.storePort().orElseThrow();
  }

  /** Returns one of the contexts. */
  public <T extends InMemoryContext> T context(Class<T> type) {
    return parts.context(type);
  }

  public HealthState health() {
    return health;
  }

  public RouteTable routes() {
    return routes;
  }

  /** Makes everything durable unavailable. */
  public void startOutage() {
    isUp.set(false);
    parts.contexts().forEach(InMemoryContext::startOutage);
  }

  /** Makes everything durable available again. */
  public void endOutage() {
    isUp.set(true);
    parts.contexts().forEach(InMemoryContext::endOutage);
  }

  @Override
  public void close() {
    health.stopping();
    server.close();
    parts.contexts().forEach(InMemoryContext::close);
  }
}
