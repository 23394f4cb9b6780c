package io.clientele.bootstrap.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.telemetry.OtlpReceiver.Taken;
import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.service.ServiceCluster;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged service tells of itself, on real servers, to a receiver of OTLP and a scrape.
 */
class TelemetryIT {
  private static final String PARENT = "b7ad6b7169203331";
  private static final Random RANDOM = new Random();

  @TempDir private static Path folder;
  private static final OtlpReceiver RECEIVER = new OtlpReceiver();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static ServiceCluster stage;
  private static int managementPort;
  private static String account;

  @BeforeAll
  static void start() throws Exception {
    managementPort = FreePorts.one();
    stage =
        ServiceCluster.set(
            folder,
            1,
            Map.of(
                "MANAGEMENT_PORT", "" + managementPort,
                "OTEL_EXPORTER_OTLP_ENDPOINT", RECEIVER.endpoint(),
                "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test",
                "OTEL_METRIC_EXPORT_INTERVAL", "500",
                "OTEL_TRACES_SAMPLER_ARG", "0"));
    account = "/v1/accounts/" + stage.instance(0).open("Grace Hopper");
  }

  @AfterAll
  static void stop() {
    stage.close();
    RECEIVER.close();
    CLIENT.close();
  }

  @Test
  void aRequestContinuesTheCallersTraceWithItsStatementsAndCommands() throws Exception {
    var trace = sampled("GET", account + "/views");

    var request = awaited(trace, "GET /v1/accounts/{id}/views");
    assertThat(request.parentId()).isEqualTo(PARENT);
    assertThat(request.kind()).isEqualTo(Taken.SERVER);
    assertThat(request.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.route", "/v1/accounts/{id}/views")
        .containsEntry("http.response.status_code", "200")
        .containsEntry("url.scheme", "http");
    var parts = RECEIVER.trace(trace).stream().filter(span -> !span.equals(request)).toList();
    assertThat(parts).allMatch(span -> span.kind() == Taken.CLIENT);
    assertThat(parts).allMatch(span -> span.parentId().equals(request.spanId()));
    assertThat(parts)
        .anySatisfy(
            span -> {
              assertThat(span.name()).isEqualTo("SELECT account");
              assertThat(span.attributes())
                  .containsEntry("db.system.name", "postgresql")
                  .containsEntry("db.namespace", "accounts")
                  .containsEntry("db.operation.name", "SELECT")
                  .containsEntry("db.query.summary", "SELECT account")
                  .hasEntrySatisfying("db.query.text", text -> assertThat(text).contains("?"));
            })
        .anySatisfy(
            span -> {
              assertThat(span.name()).isEqualTo("EVALSHA");
              assertThat(span.attributes())
                  .containsEntry("db.system.name", "redis")
                  .containsEntry("db.operation.name", "EVALSHA");
            });
    var id = account.substring(account.lastIndexOf('/') + 1);
    assertThat(RECEIVER.trace(trace).toString()).doesNotContain(id);
  }

  @Test
  void anUnsampledRequestHasNoSpans() throws Exception {
    var quiet = send("GET", account, "00");
    var loud = sampled("GET", account);

    awaited(loud, "GET /v1/accounts/{id}");
    assertThat(RECEIVER.trace(quiet)).isEmpty();
    assertThat(RECEIVER.trace(loud)).hasSizeGreaterThan(1);
  }

  @Test
  void aFlushHasItsOwnTraceWithALinkToItsRequest() throws Exception {
    send("GET", account, "00");
    var trace = sampled("POST", "/v1/view-flushes");

    var request = awaited(trace, "POST /v1/view-flushes");
    Await.until("the flush is told", () -> !flushes(request).isEmpty());
    var flush = flushes(request).getFirst();
    assertThat(flush.traceId()).isNotEqualTo(trace);
    assertThat(flush.parentId()).isEmpty();
    var parts = RECEIVER.trace(flush.traceId());
    assertThat(parts).extracting(Taken::name).contains("EVALSHA", "SELECT view_writer");
    assertThat(parts)
        .filteredOn(span -> !span.equals(flush))
        .allMatch(span -> span.parentId().equals(flush.spanId()));
  }

  @Test
  void aFailedRequestDoesNotExposeItsPath() throws Exception {
    var trace = sampled("GET", "/v1/accounts/planted@example.com?q=planted");

    var request = awaited(trace, "GET /v1/accounts/{id}");
    assertThat(request.attributes()).containsEntry("http.response.status_code", "400");
    assertThat(RECEIVER.trace(trace).toString()).doesNotContain("planted");
  }

  @Test
  void theScrapeLeadsFromASlowRequestToItsTrace() throws Exception {
    var trace = sampled("GET", account);

    Await.until(
        "an exemplar",
        () ->
            scrape("application/openmetrics-text; version=1.0.0")
                .lines()
                .anyMatch(
                    line ->
                        line.startsWith("http_server_request_duration_seconds_bucket")
                            && line.contains("http_route=\"/v1/accounts/{id}\"")
                            && line.contains("# {")
                            && line.contains("trace_id=\"" + trace + "\"")));
  }

  @Test
  void metricsAreSentUnderTheNamesOfTheConventions() {
    Await.until(
        "they came",
        () ->
            RECEIVER
                .metrics()
                .containsAll(
                    List.of(
                        "http.server.request.duration",
                        "http.server.active_requests",
                        "db.client.operation.duration",
                        "db.client.connection.count",
                        "db.client.connection.pending_requests",
                        "jvm.memory.used",
                        "jvm.gc.duration",
                        "jvm.thread.count",
                        "jvm.cpu.time",
                        "clientele.views.counted")));
    assertThat(RECEIVER.resource())
        .containsEntry("service.name", "clientele")
        .containsEntry("deployment.environment.name", "test")
        .containsKey("service.instance.id");
  }

  @Test
  void aLogLineHasTraceAndCallerAndNoEmail() throws Exception {
    var trace = sampled("POST", "/v1/view-flushes");

    Await.until("it is logged", () -> stage.instance(0).output().contains(trace));
    assertThat(stage.instance(0).output().lines())
        .filteredOn(line -> line.contains(trace))
        .singleElement()
        .asString()
        .startsWith("{")
        .contains("operator:");
    assertThat(stage.instance(0).output()).doesNotContain("@example.com");
  }

  /** Each label, too. */
  @Test
  void everyNameOfRulesAndDashboardsExists() throws Exception {
    sampled("GET", account);
    sampled("POST", "/v1/view-flushes");

    assertThat(PrometheusScrape.queries()).isGreaterThan(30);
    Await.until(
        "the reconciliation is read", () -> scrape("text/plain").contains("views_balanced"));
    assertThat(PrometheusScrape.read(scrape("text/plain")).missing()).isEmpty();
  }

  @Test
  void halfSentScrapesDelayNoOtherScrapeAndAreLimitedInNumber() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (var i = 0; i < 20; i++) {
        slow.add(halfAScrape());
      }
      var first = List.copyOf(slow);
      assertThat(scrape("text/plain")).contains("clientele_views_counted_total");
      assertThat(first).as("half-sent scrapes below the limit").noneMatch(TelemetryIT::isCut);

      for (var i = 0; i < PrometheusEndpoint.CONNECTIONS_MAX; i++) {
        slow.add(halfAScrape());
      }
      Await.until(
          "scrapes beyond the limit are cut",
          () -> slow.stream().filter(TelemetryIT::isCut).count() >= 20);
      assertThat(first).as("scrapes that began before").noneMatch(TelemetryIT::isCut);
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket halfAScrape() throws IOException {
    var socket = new Socket("127.0.0.1", managementPort);
    socket.setSoTimeout(1);
    socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost".getBytes(US_ASCII));
    return socket;
  }

  private static boolean isCut(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static List<Taken> flushes(Taken request) {
    return RECEIVER.named("views flush").stream()
        .filter(span -> span.links().contains(request.traceId() + "/" + request.spanId()))
        .toList();
  }

  private static Taken awaited(String trace, String name) {
    Await.until(
        "the span " + name,
        () -> RECEIVER.trace(trace).stream().anyMatch(span -> span.name().equals(name)));
    return RECEIVER.trace(trace).stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String sampled(String method, String path) throws Exception {
    return send(method, path, "01");
  }

  /** Tells the trace that the request was part of. */
  private static String send(String method, String path, String flags) throws Exception {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    var trace = HexFormat.of().formatHex(bytes);
    var request =
        HttpRequest.newBuilder(stage.instance(0).uri(path))
            .header("Authorization", "Bearer " + stage.bearer())
            .header("traceparent", "00-" + trace + "-" + PARENT + "-" + flags)
            .method(method, BodyPublishers.noBody());
    CLIENT.send(request.build(), BodyHandlers.ofString());
    return trace;
  }

  private static String scrape(String accept) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/metrics"))
            .header("Accept", accept)
            .timeout(Await.LONG)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }
}
