package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.FreePorts;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How instances come and go beside others. */
class GracefulShutdownIT {
  @TempDir private static Path folder;
  private static PostgresProcess postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void aStoppingInstanceIsNotReadyAndServesForAWhile() throws Exception {
    var settings = Map.of("SHUTDOWN_DELAY", "PT3S", "VIEWS_FLUSH_INTERVAL", "P1D");
    try (var service = ServiceLauncher.on(folder, postgres.url("leaving"), "none", settings)) {
      service.awaitReady();
      var account = "/v1/accounts/" + service.open("Katherine Johnson");
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);

      var began = System.nanoTime();
      service.terminate();
      service.awaitOutput("\"leaving\"");

      assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
      var served = service.get(account);
      assertThat(served.statusCode()).isEqualTo(200);
      assertThat(served.headers().firstValue("Connection")).hasValue("close");
      try (var wire = new TestConnection(service.port())) {
        assertThat(wire.get(account, service.bearer())).isEqualTo(200);
      }
      assertThat(service.output()).doesNotContain("\"stopping\"");

      assertThat(service.exitCode()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(3));
      assertThat(postgres.number("leaving", "SELECT sum(views) FROM view_total")).isEqualTo(2);
    }
  }

  @Test
  void aSecondSignalSkipsTheWait() throws Exception {
    var settings = Map.of("SHUTDOWN_DELAY", "PT5M");
    try (var service = ServiceLauncher.on(folder, postgres.url("urged"), "none", settings)) {
      service.awaitReady();
      service.terminate();
      service.awaitOutput("\"leaving\"");
      service.terminate();
      assertThat(service.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aStopBeforeTheDatabaseIsReachableExitsWith0() throws Exception {
    var nowhere = "postgresql://me@127.0.0.1:" + FreePorts.one() + "/none";
    var settings = Map.of("SHUTDOWN_DELAY", "PT5M");
    try (var service = ServiceLauncher.on(folder, nowhere, "none", settings)) {
      service.awaitListening();
      service.awaitOutput("the database is unreachable");
      service.terminate();
      assertThat(service.exitCode()).isZero();
    }
  }

  @Test
  void concurrentInstancesMigrateAnEmptyDatabaseOnce() throws Exception {
    var url = postgres.url("shared");
    try (var one = ServiceLauncher.on(folder, url, "none", Map.of());
        var other = ServiceLauncher.on(folder, url, "none", Map.of());
        var migration = ServiceLauncher.start(folder, Map.of("DATABASE_URL", url), "--migrate")) {
      one.awaitReady();
      other.awaitReady();
      assertThat(migration.exitCode()).as(migration.errors()).isZero();
      assertThat(other.get("/v1/accounts/" + one.open("Mary Jackson")).statusCode()).isEqualTo(200);
      assertThat(postgres.number("shared", "SELECT count(*) FROM database_identity")).isOne();
      assertThat(postgres.number("shared", "SELECT count(*) FROM operator")).isOne();
      assertThat(
              postgres.number(
                  "shared",
                  "SELECT count(*) - count(DISTINCT version) FROM flyway_schema_history"
                      + " WHERE version IS NOT NULL"))
          .isZero();
    }
  }
}
