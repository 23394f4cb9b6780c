package io.clientele.bootstrap.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ApiScenario;
import io.clientele.apikit.scenario.HookScenario;
import io.clientele.apikit.scenario.TaskScenario;
import io.clientele.apikit.scenario.WebhookScenario;
import io.clientele.apikit.scenario.store.OrderScenario;
import io.clientele.testbed.Await;
import io.clientele.testbed.load.ClosedLoopReads;
import io.clientele.testbed.server.PgBouncerProcess;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole service behind a real PgBouncer, which gives each transaction to any of three sessions.
 * The full API scenario waits repeatedly for an unreachable database, so it runs with {@code
 * -Plong} only.
 */
class PgBouncerIT {
  private static final String DATABASE = "accounts";
  private static final Duration FAULT_DURATION = Duration.ofSeconds(3);

  @TempDir private Path folder;

  @Test
  void theServiceWorksBehindAPoolerInTransactionMode() throws Exception {
    try (var postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
        var redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
        var pooler = PgBouncerProcess.before(postgres, folder.resolve("pooler"));
        var service =
            ServiceLauncher.on(
                folder,
                pooler.url(DATABASE),
                redis.url(),
                Map.of(
                    "DATABASE_POOLER",
                    "transaction",
                    "HOOK_SOURCES",
                    HookScenario.SOURCES,
                    "WEBHOOK_ALLOW",
                    WebhookScenario.ALLOW,
                    "MIGRATION_URL",
                    postgres.url(DATABASE),
                    "VIEWS_FLUSH_INTERVAL",
                    "PT1S"))) {
      service.awaitReady();
      countsExactly(service);
      readsEveryTable(service);
      if (Boolean.getBoolean("clientele.long")) {
        tour(service, postgres);
      }
      assertThat(service.output()).doesNotContain("answered 500");
      service.terminate();
      assertThat(service.exitCode()).isZero();
    }
  }

  private static void tour(ServiceProcess service, PostgresProcess postgres) {
    try (var api = new ApiClient(service.uri(""), service.bearer());
        var store = new ApiClient(service.uri(""), "none", "/store/openapi.json")) {
      new ApiScenario(
              api,
              AdminSession.ADMIN.get("ADMIN_EMAIL"),
              AdminSession.ADMIN.get("ADMIN_PASSWORD"),
              new Servers(postgres, service))
          .with(session -> new TaskScenario(session, () -> deadTask(postgres)))
          .with(session -> new OrderScenario(session, store))
          .run();
    }
  }

  private static String deadTask(PostgresProcess postgres) {
    var id = "01890a5d-ac96-774b-bcce-b302099a8058";
    try {
      postgres.runIn(
          DATABASE,
          "INSERT INTO task_dead_letter (id, kind, key, sealed, attempts, died_at, last_fault)"
              + " VALUES ('%s', 'tour', '1', '', 10, now(), 'Refused')".formatted(id));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
    return id;
  }

  private static void readsEveryTable(ServiceProcess service) throws Exception {
    for (var path :
        List.of(
            "/v1/accounts?q=client&sort=name&include=views,total",
            "/v1/statistics",
            "/v1/views/top",
            "/v1/view-flushes",
            "/v1/view-reconciliation",
            "/v1/operators",
            "/v1/api-keys",
            "/v1/events?include=data",
            "/v1/events/proof",
            "/v1/tasks",
            "/v1/audit?action=account.opened",
            "/v1/audit/verification")) {
      assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  private static void countsExactly(ServiceProcess service) throws Exception {
    var accounts = new ArrayList<String>();
    for (var i = 0; i < 20; i++) {
      accounts.add(service.open("Client " + i));
    }
    var load = ClosedLoopReads.start(accounts, List.of(service.port()), service::bearer, 6, 3);
    Await.pause(FAULT_DURATION);
    load.close();
    assertThat(load.failed()).isZero();
    Await.until("all is flushed", () -> service.post("/v1/view-flushes", "").statusCode() == 200);
    for (var i = 0; i < accounts.size(); i++) {
      var views = service.json("/v1/accounts/" + accounts.get(i) + "/views");
      assertThat(views.get("persisted").asLong()).isEqualTo(load.answered(i));
    }
  }

  private record Servers(PostgresProcess postgres, ServiceProcess service)
      implements ApiScenario.DatabaseOutage {
    @Override
    public void begin() {
      try {
        postgres.kill();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Await.until("it is missed", () -> service.get("/health/ready").statusCode() == 503);
    }

    @Override
    public void end() {
      try {
        postgres.startAgain();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Await.until("it is found", () -> service.get("/health/ready").statusCode() == 200);
    }
  }
}
