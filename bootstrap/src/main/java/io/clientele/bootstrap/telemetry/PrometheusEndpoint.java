package io.clientele.bootstrap.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The management port: answers GET and HEAD of {@code /metrics} and nothing else. Connections,
 * header time and answer time are bounded, so that half a request never delays a scrape.
 */
final class PrometheusEndpoint implements AutoCloseable {
  static final int CONNECTIONS_MAX = 64;
  static final int HEAD_SECONDS_MAX = 30;
  static final int ANSWER_SECONDS_MAX = 30;

  private static final String PATH = "/metrics";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final HttpServer server;
  private final ExecutorService threads;

  private PrometheusEndpoint(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Listens at once.
   *
   * @throws UncheckedIOException if it cannot
   */
  static PrometheusEndpoint open(String host, int port, MultiCollector metrics) {
    // The JDK's server reads these once, when it is first asked for.
    bound("jdk.httpserver.maxConnections", CONNECTIONS_MAX);
    bound("sun.net.httpserver.maxReqTime", HEAD_SECONDS_MAX);
    bound("sun.net.httpserver.maxRspTime", ANSWER_SECONDS_MAX);
    try {
      var server = HttpServer.create(new InetSocketAddress(host, port), 0);
      var threads =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("scrape-", 0).factory());
      var registry = new PrometheusRegistry();
      registry.register(metrics);
      var page = new MetricsHandler(registry);
      server.setExecutor(threads);
      server.createContext("/", exchange -> answer(exchange, page));
      server.start();
      return new PrometheusEndpoint(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, HttpHandler page) throws IOException {
    if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
      refuse(exchange, 404, "Not Found");
    } else if (!METHODS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      refuse(exchange, 405, "Method Not Allowed");
    } else {
      page.handle(exchange);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String title) throws IOException {
    var problem =
        "{\"type\": \"about:blank\", \"title\": \"%s\", \"status\": %d}".formatted(title, status);
    var body = problem.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    try (exchange) {
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void bound(String property, int most) {
    System.setProperty(property, Integer.toString(most));
  }
}
