package io.clientele.bootstrap;

import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.common.export.MemoryMode;
import java.util.concurrent.Executors;

/**
 * The page that Prometheus scrapes, bounded. As it comes, one thread serves it, in turn, from a
 * queue without an end: whoever sends half a request would keep every scrape waiting for a minute.
 */
final class ScrapePort {
  static final int CONNECTIONS_MAX = 64;
  static final int HEAD_SECONDS_MAX = 30;
  static final int ANSWER_SECONDS_MAX = 30;

  private ScrapePort() {}

  /** Listens at once. */
  static PrometheusHttpServer open(String host, int port) {
    // The JDK's server reads these once, when it is first asked for.
    bound("jdk.httpserver.maxConnections", CONNECTIONS_MAX);
    bound("sun.net.httpserver.maxReqTime", HEAD_SECONDS_MAX);
    bound("sun.net.httpserver.maxRspTime", ANSWER_SECONDS_MAX);
    return PrometheusHttpServer.builder()
        .setHost(host)
        .setPort(port)
        .setOtelScopeLabelsEnabled(false)
        // What is used again cannot be read by two at once.
        .setMemoryMode(MemoryMode.IMMUTABLE_DATA)
        .setExecutor(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("scrape-", 0).factory()))
        .build();
  }

  private static void bound(String property, int most) {
    System.setProperty(property, Integer.toString(most));
  }
}
