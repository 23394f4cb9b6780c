package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, from its start to its exit code. */
class ProcessLifecycleIT {
  private static final String LOCK =
      "DO $$ BEGIN LOCK product IN ACCESS EXCLUSIVE MODE; PERFORM pg_sleep(3); END $$";
  private static final String LOCKS =
      "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock'"
          + " AND relation = 'product'::regclass AND granted";
  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE relation = 'product'::regclass AND NOT granted";

  @TempDir private static Path folder;
  private static PostgresProcess postgres;
  private static RedisProcess redis;

  @BeforeAll
  static void start() throws IOException {
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
  }

  @AfterAll
  static void stop() {
    redis.close();
    postgres.close();
  }

  @Test
  void allFaultsAreReportedAndTheExitCodeIs2() throws Exception {
    var settings = Map.of("PORT", "x", "VIEWS_SHARDS", "0", "REDIS_URL", "nowhere");
    try (var service = ServiceLauncher.start(folder, settings)) {
      assertThat(service.exitCode()).isEqualTo(2);
      assertThat(service.errors().lines())
          .hasSize(6)
          .anyMatch(fault -> fault.startsWith("PORT "))
          .anyMatch(fault -> fault.startsWith("DATABASE_URL "))
          .anyMatch(fault -> fault.startsWith("REDIS_URL "))
          .anyMatch(fault -> fault.startsWith("TOKEN_KEYS is not set"))
          .anyMatch(fault -> fault.startsWith("DATA_KEYS is not set"))
          .anyMatch(fault -> fault.startsWith("VIEWS_SHARDS "));
    }
  }

  @Test
  void anUnknownOrExtraArgumentIsAFault() throws Exception {
    try (var unknown = ServiceLauncher.start(folder, Map.of(), "--keys");
        var two = ServiceLauncher.start(folder, Map.of(), "--help", "--version")) {
      assertThat(unknown.exitCode()).isEqualTo(2);
      assertThat(unknown.errors()).contains("--keys");
      assertThat(two.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void faultsOfSettingsAndArgumentsAreReportedTogether() throws Exception {
    var settings = Map.of("PORT", "x", "VIEWS_SHARDS", "0");
    try (var serve = ServiceLauncher.start(folder, settings, "--one", "--two");
        var migrate = ServiceLauncher.start(folder, settings, "--migrate", "--three");
        var help = ServiceLauncher.start(folder, settings, "--help", "--four")) {
      assertThat(serve.exitCode()).isEqualTo(2);
      assertThat(serve.errors())
          .contains("argument --one:", "argument --two:", "PORT ", "VIEWS_SHARDS ", "DATA_KEYS ");
      assertThat(migrate.exitCode()).isEqualTo(2);
      assertThat(migrate.errors())
          .contains("argument --three:", "DATABASE_URL ", "VIEWS_SHARDS ")
          .doesNotContain("PORT ");
      assertThat(help.exitCode()).isEqualTo(2);
      assertThat(help.errors().lines()).hasSize(1);
    }
  }

  @Test
  void commandsThatOnlyPrintExitWith0() throws Exception {
    var settings = new HashMap<>(ServiceLauncher.KEYS);
    settings.put("DATABASE_URL", "postgresql://me:s3cret@db/accounts");
    settings.put("REDIS_URL", "none");
    try (var version = ServiceLauncher.start(folder, Map.of(), "--version");
        var help = ServiceLauncher.start(folder, Map.of(), "--help");
        var config = ServiceLauncher.start(folder, settings, "--print-config")) {
      assertThat(version.exitCode()).isZero();
      assertThat(version.output()).matches("clientele [0-9].*\\s+");
      assertThat(help.exitCode()).isZero();
      assertThat(help.output()).contains("--embedded", "VIEWS_FLUSH_INTERVAL");
      assertThat(config.exitCode()).isZero();
      assertThat(config.output()).contains("PORT=8080").doesNotContain("s3cret");
    }
  }

  @Test
  void thePrintedKeysAreAccepted() throws Exception {
    try (var made = ServiceLauncher.start(folder, Map.of(), "--new-keys")) {
      assertThat(made.exitCode()).isZero();
      var settings =
          made.output()
              .lines()
              .map(line -> line.split("=", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
      assertThat(settings).containsOnlyKeys("TOKEN_KEYS", "DATA_KEYS");
      settings.put("DATABASE_URL", "postgresql://me@db/accounts");
      settings.put("REDIS_URL", "none");
      try (var config = ServiceLauncher.start(folder, settings, "--print-config")) {
        assertThat(config.exitCode()).as(config.errors()).isZero();
        assertThat(config.output()).contains("DATA_KEYS=*** (1)");
      }
    }
  }

  @Test
  void aShellCanSourceThePrintedKeys() throws Exception {
    try (var made = ServiceLauncher.start(folder, Map.of(), "--new-keys")) {
      assertThat(made.exitCode()).isZero();
      var file = Files.writeString(folder.resolve("keys"), made.output());
      var settings = Map.of("DATABASE_URL", "postgresql://me@db/accounts", "REDIS_URL", "none");
      var script = "set -a; . %s; exec \"$@\"".formatted(file);
      try (var config = ServiceLauncher.startBy(script, folder, settings, "--print-config")) {
        assertThat(config.exitCode()).as(config.errors()).isZero();
        assertThat(config.output()).contains("DATA_KEYS=*** (1)");
      }
    }
  }

  @Test
  void migrationsRunWithoutTheServiceAndAreIdempotent() throws Exception {
    var settings = Map.of("DATABASE_URL", postgres.url("migrated"), "VIEWS_SHARDS", "4");
    for (var time = 1; time <= 2; time++) {
      try (var migration = ServiceLauncher.start(folder, settings, "--migrate")) {
        assertThat(migration.exitCode()).as(migration.errors()).isZero();
      }
    }
    assertThat(postgres.number("migrated", "SELECT shards FROM database_identity")).isEqualTo(4);
  }

  @Test
  void aViewIsRebuiltByItsName() throws Exception {
    var settings = new HashMap<>(ServiceLauncher.KEYS);
    settings.put("DATABASE_URL", postgres.url("rebuilt"));
    settings.put("REDIS_URL", "none");
    try (var migration = ServiceLauncher.start(folder, settings, "--migrate")) {
      assertThat(migration.exitCode()).as(migration.errors()).isZero();
    }
    try (var rebuild = ServiceLauncher.start(folder, settings, "--rebuild", "order-summary");
        var other = ServiceLauncher.start(folder, settings, "--rebuild", "other")) {
      assertThat(rebuild.exitCode()).as(rebuild.errors()).isZero();
      assertThat(rebuild.output()).contains("order-summary is rebuilt");
      assertThat(other.exitCode()).isEqualTo(2);
      assertThat(other.errors()).contains("no view is named other");
    }
  }

  @Test
  void migrationsWithoutADatabaseExitWith1() throws Exception {
    var settings = Map.of("DATABASE_URL", "postgresql://me@127.0.0.1:" + FreePorts.one() + "/none");
    try (var migration = ServiceLauncher.start(folder, settings, "--migrate")) {
      assertThat(migration.exitCode()).isEqualTo(1);
      assertThat(migration.errors()).contains("unavailable");
    }
  }

  @Test
  void anotherNumberOfShardsIsAFault() throws Exception {
    var url = postgres.url("sharded");
    try (var migration = ServiceLauncher.start(folder, Map.of("DATABASE_URL", url), "--migrate")) {
      assertThat(migration.exitCode()).isZero();
    }
    try (var service = ServiceLauncher.on(folder, url, redis.url(), Map.of("VIEWS_SHARDS", "8"))) {
      assertThat(service.exitCode()).isEqualTo(2);
      assertThat(service.errors()).startsWith("VIEWS_SHARDS").contains("16", "8");
    }
    var other = Map.of("DATABASE_URL", url, "VIEWS_SHARDS", "8");
    try (var migration = ServiceLauncher.start(folder, other, "--migrate")) {
      assertThat(migration.exitCode()).isEqualTo(2);
      assertThat(migration.errors()).startsWith("VIEWS_SHARDS").contains("16", "8");
    }
  }

  @Test
  void aTakenPortIsReportedInOneLine() throws Exception {
    var settings = new HashMap<>(ServiceLauncher.ports());
    settings.put("PORT", "" + redis.port());
    try (var service = ServiceLauncher.on(folder, postgres.url("taken"), redis.url(), settings)) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.errors().lines()).hasSize(1);
      assertThat(service.errors()).contains("port " + redis.port());
    }
  }

  @Test
  void eachFrontHasAPortAndACrowdAtTheStoreLeavesConnectionsToOperations() throws Exception {
    var store = FreePorts.one();
    var settings = Map.of("STORE_PORT", "" + store);
    try (var service = ServiceLauncher.on(folder, postgres.url("fronts"), "none", settings)) {
      service.awaitReady();
      var account = "/v1/accounts/" + service.open("Katherine Johnson");
      for (var path : List.of("/health/ready", "/store/openapi.yaml", "/v1/accounts", "/")) {
        var isOfStore = path.startsWith("/store");
        var isOfBoth = path.startsWith("/health");
        try (var wire = new TestConnection(store)) {
          assertThat(wire.get(path, "none")).isEqualTo(isOfStore || isOfBoth ? 200 : 404);
        }
        assertThat(service.get(path).statusCode()).isEqualTo(isOfStore ? 404 : 200);
      }
      var locking = Thread.startVirtualThread(ProcessLifecycleIT::lockProducts);
      Await.until("products are locked", () -> postgres.number("fronts", LOCKS) == 1);
      try (var crowd = new Crowd(store)) {
        Await.until("the store's share is used", () -> postgres.number("fronts", WAITING) >= 6);
        for (var i = 0; i < 20; i++) {
          assertThat(service.get(account).statusCode()).isEqualTo(200);
          assertThat(postgres.number("fronts", WAITING)).isLessThanOrEqualTo(9);
        }
        assertThat(crowd.connections()).hasSizeGreaterThan(12);
      }
      locking.join();
    }
  }

  private static void lockProducts() {
    try {
      postgres.runIn("fronts", LOCK);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Visitors who search the catalogue at the same time. */
  private record Crowd(List<TestConnection> connections) implements AutoCloseable {
    Crowd(int port) throws IOException {
      this(new ArrayList<>());
      for (var i = 0; i < 40; i++) {
        var visitor = new TestConnection(port);
        visitor.send("GET /store/v1/products?q=lamp" + i + " HTTP/1.1\r\nHost: x\r\n\r\n");
        connections.add(visitor);
      }
    }

    @Override
    public void close() throws IOException {
      for (var visitor : connections) {
        visitor.close();
      }
    }
  }

  @Test
  void aStopSendsRemainingViewsAndExitsWith0() throws Exception {
    var settings = Map.of("VIEWS_FLUSH_INTERVAL", "P1D");
    try (var service = ServiceLauncher.on(folder, postgres.url("stopped"), redis.url(), settings)) {
      service.awaitReady();
      System.out.printf(
          "Start on external servers: ready %d ms after the process%n", service.millisToReady());
      var account = "/v1/accounts/" + service.open("Dorothy Vaughan");
      for (var i = 0; i < 40; i++) {
        service.get(account);
      }

      service.terminate();

      assertThat(service.exitCode()).isZero();
      assertThat(postgres.number("stopped", "SELECT sum(views) FROM view_total")).isEqualTo(40);
    }
  }

  @Test
  void theLastUsesOfKeysAreWrittenAtAStop() throws Exception {
    try (var service = ServiceLauncher.on(folder, postgres.url("used"), "none", Map.of())) {
      service.awaitReady();
      var key = service.issueKey("{\"name\": \"reports\", \"roles\": [\"auditor\"]}");
      try (var wire = new TestConnection(service.port())) {
        assertThat(wire.get("/v1/accounts", key)).isEqualTo(200);
      }
      assertThat(postgres.number("used", "SELECT count(last_used_at) FROM api_key")).isZero();

      service.terminate();

      assertThat(service.exitCode()).isZero();
      assertThat(postgres.number("used", "SELECT count(last_used_at) FROM api_key")).isOne();
      assertThat(service.output()).doesNotContain("did not stop in order");
    }
  }

  @Test
  void aRequestInProgressIsCompletedAtAStop() throws Exception {
    try (var service = ServiceLauncher.on(folder, postgres.url("drained"), "none", Map.of())) {
      service.awaitReady();
      try (var wire = new TestConnection(service.port())) {
        var body = "{\"name\": \"Annie Easley\", \"email\": \"annie@example.com\"}";
        wire.send(
            "POST /v1/accounts HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Authorization: Bearer "
                + service.bearer()
                + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body.substring(0, 10));
        Await.until(
            "the request is in progress", () -> service.get("/health/live").statusCode() == 200);

        service.terminate();
        service.awaitOutput("\"stopping\"");
        wire.send(body.substring(10));

        assertThat(wire.answer()).isEqualTo(201);
      }
      assertThat(service.exitCode()).isZero();
    }
  }

  @Test
  void aSecondSignalEndsTheProcessAtOnce() throws Exception {
    try (var service = ServiceLauncher.on(folder, postgres.url("hurried"), "none", Map.of())) {
      service.awaitReady();
      try (var wire = new TestConnection(service.port())) {
        wire.send(
            "POST /v1/accounts HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Authorization: Bearer "
                + service.bearer()
                + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: 9\r\n\r\n");
        Await.until(
            "the request is in progress", () -> service.get("/health/live").statusCode() == 200);
        service.terminate();
        service.awaitOutput("\"stopping\"");

        service.terminate();

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output()).doesNotContain("\"stopped\"");
      }
    }
  }

  @Test
  void anUnreachableDatabaseIsAwaited(@TempDir Path other) throws Exception {
    try (var late = PostgresProcess.start(other)) {
      var url = late.url("late");
      late.kill();
      try (var service = ServiceLauncher.on(folder, url, redis.url(), Map.of())) {
        service.awaitListening();
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/started").statusCode()).isEqualTo(503);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(service.get("/v1/accounts").statusCode()).isEqualTo(503);

        late.startAgain();

        service.awaitReady();
        Await.until("it is ready", () -> service.get("/health/ready").statusCode() == 200);
        Await.until("it lists", () -> service.get("/v1/accounts").statusCode() == 200);
      }
    }
  }

  /** The benchmark tells how soon: the service promises five seconds. */
  @Test
  void withoutRedisItIsReadyAfterItsDatabaseStarts(@TempDir Path other) throws Exception {
    try (var late = PostgresProcess.start(other)) {
      var url = late.url("late");
      late.kill();
      for (var redis : List.of("none", "redis://127.0.0.1:" + FreePorts.one())) {
        try (var service = ServiceLauncher.on(folder, url, redis, Map.of())) {
          service.awaitListening();
          Await.until(
              "the pause between tries has grown to its bound",
              () -> service.output().contains("next attempt in 500 ms"));
          late.startAgain();
          var began = System.nanoTime();
          service.awaitReady();
          System.out.println(
              "ready with redis %s after %d ms"
                  .formatted(redis, (System.nanoTime() - began) / 1_000_000));
          assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        }
        late.kill();
      }
    }
  }

  @Test
  void anUnreachableRedisIsNotAwaited() throws Exception {
    var nowhere = "redis://127.0.0.1:" + FreePorts.one();
    try (var service = ServiceLauncher.on(folder, postgres.url("alone"), nowhere, Map.of())) {
      service.awaitReady();
      var account = service.open("Evelyn Boyd Granville");

      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(service.get("/v1/accounts/" + account).statusCode()).isEqualTo(200);
    }
  }
}
