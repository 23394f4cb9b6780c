package io.clientele.http.server;

import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.Route;
import io.clientele.http.route.RouteTable;
import io.clientele.http.telemetry.RequestLog;
import io.clientele.http.telemetry.RequestTelemetry;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Configures the Jetty server under Javalin: HTTP/1.1 only, strict parsing, bounded sizes and
 * times.
 */
final class JettyListener {
  private static final int PLATFORM_THREADS_MAX = 16;

  private final HttpConfig config;
  private final ResponseHeaders headers;
  private final RequestTelemetry telemetry;
  private final IngressHandler edge;
  private final CpuBulkhead bulkhead;
  private final Executor requestThreads = VirtualThreads.getNamedVirtualThreadsExecutor("http-");
  private @Nullable ServerConnector connector;

  JettyListener(
      HttpConfig config, RouteTable routes, RequestTelemetry telemetry, CpuBulkhead bulkhead) {
    this.config = config;
    this.bulkhead = bulkhead;
    this.headers = new ResponseHeaders(config.proxies(), config.origins());
    this.telemetry = telemetry;
    this.edge = new IngressHandler(config, routes, headers, telemetry);
  }

  void configure(JavalinConfig javalin) {
    configureRouting(javalin);
    javalin.concurrency.useVirtualThreads = true;
    javalin.jetty.threadPool = threads();
    javalin.jetty.modifyServer(this::configure);
    javalin.jetty.modifyServletContextHandler(this::configure);
    javalin.jetty.addConnector((server, ignored) -> connector(server));
  }

  /** What does not depend on the connection of a request. */
  static void configureRouting(JavalinConfig javalin) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.router.ignoreTrailingSlashes = false;
    javalin.http.prefer405over404 = true;
    javalin.http.defaultContentType = Route.JSON;
    javalin.http.compressionStrategy = CompressionStrategy.NONE;
  }

  /** Lets every answer close its connection, so that clients find another instance. */
  void retire() {
    edge.retire();
  }

  /** Stops accepting, and returns at once: {@link #drain} waits for requests in progress. */
  void shutdown() {
    var accepting = connector;
    if (accepting != null) {
      retire();
      var _ = accepting.shutdown();
    }
  }

  /** Waits for requests in progress, until this value of {@link System#nanoTime} at most. */
  void drain(long end) {
    while (edge.inWork() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Platform threads select and accept; each request runs on a virtual one. */
  private QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(PLATFORM_THREADS_MAX);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(requestThreads);
    return threads;
  }

  private void configure(Server server) {
    server.removeBean(server.getBean(LowResourceMonitor.class));
    server.setHandler(edge);
    server.setErrorHandler(new ServerErrorHandler(headers));
    server.setRequestLog(new RequestLog(telemetry));
    server.setStopTimeout(0);
  }

  /** No error pages of the servlet kind. */
  private void configure(ServletContextHandler context) {
    context.setErrorHandler(new ServerErrorHandler(headers));
  }

  private ServerConnector connector(Server server) {
    var queue = new NewConnectionQueue(bulkhead, requestThreads);
    var made = new LimitedConnector(server, http(), queue, config);
    made.setHost(config.bind());
    made.setPort(config.port());
    made.setIdleTimeout(config.idleMillis());
    made.setAcceptQueueSize(Math.min(1024, config.connectionsMax()));
    made.addBean(new NetworkConnectionLimit(config.connectionsMax(), made));
    made.addBean(new SlowClientMonitor(made, config));
    connector = made;
    return made;
  }

  /** A connector that sets up connections in their turns, and reports opened and closed ones. */
  private static final class LimitedConnector extends ServerConnector {
    private final AddressConnectionLimiter connections;
    private final NewConnectionQueue queue;

    LimitedConnector(
        Server server, HttpConfiguration http, NewConnectionQueue queue, HttpConfig config) {
      super(server, 1, 1, QueuedConnection.factory(http, queue));
      this.queue = queue;
      connections = new AddressConnectionLimiter(config.connectionsPerAddress(), config.proxies());
    }

    /** Without turns, up to sixteen platform threads would set up the connections of a crowd. */
    @Override
    protected SelectorManager newSelectorManager(
        Executor threads, Scheduler scheduler, int selectors) {
      return new ServerConnectorManager(threads, scheduler, selectors) {
        @Override
        protected void execute(Runnable task) {
          if (task instanceof ManagedSelector.SelectorUpdate) { // an accepted connection
            queue.addSetUp(task, super::execute);
          } else {
            super.execute(task);
          }
        }
      };
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
      super.onEndPointOpened(endPoint);
      connections.opened(endPoint);
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
      connections.closed(endPoint);
      super.onEndPointClosed(endPoint);
    }
  }

  private HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(config.headBytesMax());
    http.setOutputBufferSize(16 * 1024);
    http.setHeaderCacheSize(0); // 25 KiB of heap for each connection, to parse a little faster
    return http;
  }
}
