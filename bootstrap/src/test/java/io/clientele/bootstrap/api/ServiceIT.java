package io.clientele.bootstrap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ApiScenario;
import io.clientele.apikit.scenario.HookScenario;
import io.clientele.apikit.scenario.TaskScenario;
import io.clientele.apikit.scenario.WebhookScenario;
import io.clientele.apikit.scenario.notice.NoticeScenario;
import io.clientele.apikit.scenario.store.OrderScenario;
import io.clientele.apikit.scenario.store.StoreScenario;
import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole over HTTP, on real servers. */
class ServiceIT {
  @TempDir private static Path folder;
  private static ServiceCluster stage;
  private static int managementPort;

  @BeforeAll
  static void start() throws SQLException {
    managementPort = FreePorts.one();
    var settings =
        Map.of(
            "MANAGEMENT_PORT",
            "" + managementPort,
            "HOOK_SOURCES",
            HookScenario.SOURCES,
            "WEBHOOK_ALLOW",
            WebhookScenario.ALLOW);
    stage = ServiceCluster.set(folder, 1, settings);
    // Each statement counts as slow, so the server logs all of them.
    stage.postgres.run("ALTER SYSTEM SET log_min_duration_statement = 0");
    stage.postgres.run("SELECT pg_reload_conf()");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void everyDocumentedStatusIsAnsweredAsDocumented() {
    var service = stage.instance(0);
    try (var api = new ApiClient(service.uri(""), service.bearer());
        var store = new ApiClient(service.uri(""), "none", "/store/openapi.json");
        var starting =
            ServiceLauncher.on(
                folder,
                "postgresql://unused@127.0.0.1:" + FreePorts.one() + "/none",
                "none",
                Map.of("RATE_LIMITS", "on", "RATE_LIMIT_ADDRESS", "1/PT1H"))) {
      new ApiScenario(
              api,
              AdminSession.ADMIN.get("ADMIN_EMAIL"),
              AdminSession.ADMIN.get("ADMIN_PASSWORD"),
              new Servers(service))
          .with(session -> new TaskScenario(session, ServiceIT::deadTask))
          .with(NoticeScenario::new)
          .with(session -> new OrderScenario(session, store))
          .with(session -> new StoreScenario(session, store))
          .run();
      var other = starting.awaitListening().uri("");
      api.callAt(other, 503, "GET", "/health/started");
      api.callAt(other, 503, "GET", "/v1/accounts");
      for (var front : List.of(api, store)) {
        front.callEachAt(other, 429, "01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(front.unseen()).isEmpty();
      }
    }
    assertThat(logs()).doesNotContain("@example.com");
  }

  @Test
  void noLogContainsPersonalData() {
    try (var api = new ApiClient(stage.instance(0).uri(""), stage.instance(0).bearer())) {
      new PersonalDataProbe(api).run();
    }

    assertThat(stage.postgres.logged()).contains("duration: ", "INSERT INTO account ");
    assertThat(logs()).doesNotContainIgnoringCase(PersonalDataProbe.MARK);
  }

  @Test
  void aViewIsInTheLiveTotalAndInTheFlush() throws Exception {
    var service = stage.instance(0);
    var account = "/v1/accounts/" + service.open("Katherine Johnson");
    for (var i = 0; i < 25; i++) {
      assertThat(service.get(account).statusCode()).isEqualTo(200);
    }
    Await.until(
        "all are in the total", () -> service.json(account + "/views").get("total").asLong() == 25);

    assertThat(service.post("/v1/view-flushes", "").statusCode()).isEqualTo(200);

    var views = service.json(account + "/views");
    assertThat(views.get("persisted").asLong()).isEqualTo(25);
    assertThat(views.get("pending").asLong()).isZero();
  }

  /** Five seconds are promised for a small store, and a busy machine has as many more. */
  @Test
  void aFlushIsInTheOrderByViewsWithinSeconds() throws Exception {
    var service = stage.instance(0);
    var account = service.open("Dorothy Vaughan");
    for (var i = 0; i < 40; i++) {
      assertThat(service.get("/v1/accounts/" + account).statusCode()).isEqualTo(200);
    }
    Await.until(
        "all are flushed",
        () ->
            service.post("/v1/view-flushes", "").statusCode() == 200
                && service.json("/v1/accounts/" + account + "/views").get("persisted").asLong()
                    == 40);

    var flushedAt = System.nanoTime();
    for (var list : List.of("/v1/views/top?limit=1", "/v1/accounts?sort=-views&limit=1")) {
      Await.until(list, () -> service.json(list).toString().contains(account));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - flushedAt)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theMetricsOfTheAlertsExist() throws Exception {
    Await.until("the reconciliation is read", () -> metrics().contains("clientele_views_open"));
    stage.instance(0).get("/v1/accounts/" + stage.instance(0).open("Mary Jackson"));
    Await.until("it is counted", () -> !metrics().contains("clientele_views_counted_total 0.0"));
    stage.instance(0).post("/v1/view-flushes", "");

    assertThat(metrics())
        .contains(
            "clientele_views_counted_total",
            "clientele_views_applied_total",
            "clientele_views_rejected_total",
            "clientele_views_lost_total",
            "clientele_views_unsent",
            "clientele_views_sealed",
            "clientele_views_oldest_pending_seconds",
            "clientele_flush_duration_seconds_count",
            "clientele_flush_accounts_total",
            "clientele_flush_failures_total",
            "clientele_view_quarantine_batches 0.0");
  }

  private static String deadTask() {
    var id = "01890a5d-ac96-774b-bcce-b302099a8058";
    try {
      stage.postgres.runIn(
          ServiceCluster.DATABASE,
          "INSERT INTO task_dead_letter (id, kind, key, sealed, attempts, died_at, last_fault)"
              + " VALUES ('%s', 'tour', '1', '', 10, now(), 'Refused')".formatted(id));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
    return id;
  }

  private static String logs() {
    var service = stage.instance(0);
    return stage.postgres.logged() + service.output() + service.errors();
  }

  private static String metrics() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/metrics"))
              .build();
      return client
          .send(request, BodyHandlers.ofString())
          .body()
          .replaceAll("\\{otel_scope[^}]*}", "");
    }
  }

  private record Servers(ServiceProcess service) implements ApiScenario.DatabaseOutage {
    @Override
    public void begin() {
      try {
        stage.postgres.kill();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Await.until("it is missed", () -> service.get("/health/ready").statusCode() == 503);
    }

    @Override
    public void end() {
      try {
        stage.postgres.startAgain();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Await.until("it is found", () -> service.get("/health/ready").statusCode() == 200);
      // The pool of requests has pauses of its own between attempts to connect.
      Await.until("it answers", () -> service.get("/v1/accounts?limit=1").statusCode() == 200);
    }
  }
}
