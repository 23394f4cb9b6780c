package io.clientele.bootstrap.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scrapes the management port of a service that has had no request and whose servers are away. */
class FirstScrapeIT {
  @TempDir private static Path folder;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static ServiceProcess service;
  private static int managementPort;
  private static String first;

  @BeforeAll
  static void start() {
    managementPort = FreePorts.one();
    var database = "postgresql://unused@127.0.0.1:" + FreePorts.one() + "/none";
    var redis = "redis://127.0.0.1:" + FreePorts.one();
    service =
        ServiceLauncher.on(folder, database, redis, Map.of("MANAGEMENT_PORT", "" + managementPort));
    Await.until("the page is there", FirstScrapeIT::isScraped);
  }

  @AfterAll
  static void stop() {
    service.close();
    CLIENT.close();
  }

  @Test
  void everyMetricOfRulesDashboardsAndRunbookExists() throws IOException {
    assertThat(PrometheusScrape.read(first).missingMetrics()).isEmpty();
    assertThat(PrometheusScrape.read("").missingMetrics()).hasSizeGreaterThan(30);
  }

  @Test
  void countersStartAtZeroAndBalance() {
    assertThat(first.lines())
        .contains(
            "clientele_views_open 0.0",
            "clientele_views_sealed 0.0",
            "clientele_views_gone 0.0",
            "clientele_views_balanced 1.0",
            "http_server_request_duration_seconds_count 0");
  }

  @Test
  void everyOtherPathIsNotFound() throws Exception {
    for (var path :
        List.of("/", "/metrics/", "/metrics/x", "//metrics", "/Metrics", "/%6detrics", "/health")) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
      assertThat(send("POST", path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(send("GET", "/-/healthy").headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(send("GET", "/metrics?name%5B%5D=up").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageIsReadOnly() throws Exception {
    var head = send("HEAD", "/metrics");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")) {
      var refused = send(method, "/metrics");
      assertThat(refused.statusCode()).as(method).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
  }

  private static boolean isScraped() {
    try {
      first = send("GET", "/metrics").body();
      return true;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
            .method(method, BodyPublishers.noBody())
            .timeout(Await.LONG)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
