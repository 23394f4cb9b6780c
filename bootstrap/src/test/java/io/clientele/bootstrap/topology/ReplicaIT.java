package io.clientele.bootstrap.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.PostgresStandby;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that reads from a real streaming replica, also while the replica fails or lags. */
class ReplicaIT {
  private static final String DATABASE = "accounts";
  private static final Duration WITHIN = Duration.ofSeconds(2);

  /** Whether the replica scanned for a list lately: it counts its own scans. */
  private static final String SCANS =
      "SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_user_tables WHERE relname = 'account'";

  private static final Pattern ANSWERED =
      Pattern.compile("clientele_replica_reads_total\\{server=\"(\\w+)\"} (\\d+)");

  @TempDir private Path folder;
  private final int managementPort = FreePorts.one();

  @Test
  void listsComeFromTheReplicaAndAreNeverOlderThanTheRequest() throws Exception {
    try (var primary = PostgresProcess.start(Files.createDirectories(folder.resolve("primary")));
        var servers = onBoth(primary)) {
      var service = servers.service().awaitReady();
      var replica = servers.replica();
      var before = replica.number(DATABASE, SCANS);
      for (var i = 0; i < 30; i++) {
        isListedAtOnce(service, "Client " + i);
      }
      Await.until("the replica was read", () -> replica.number(DATABASE, SCANS) > before);
      assertThat(answered("replica")).isPositive();
      var byPrimary = answered("primary");
      assertThat(service.get("/health/ready").body()).contains("\"replica\":\"up\"");

      replica.run("SELECT pg_wal_replay_pause()");
      isListedAtOnce(service, "Dorothy Vaughan");
      assertThat(answered("primary")).isEqualTo(byPrimary + 1);
      isListedAtOnce(service, "Christine Darden");
      assertThat(answered("primary"))
          .as("while the replica is left alone")
          .isEqualTo(byPrimary + 2);
      replica.run("SELECT pg_wal_replay_resume()");

      replica.freeze();
      isListedAtOnce(service, "Mary Jackson");
      isAnsweredSoon(service, "/v1/statistics");
      replica.thaw();

      replica.kill();
      isListedAtOnce(service, "Katherine Johnson");
      isAnsweredSoon(service, "/v1/accounts?include=total&q=son");
      isAnsweredSoon(service, "/v1/audit");
      isAnsweredSoon(service, "/v1/views/top");
      var ready = service.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).contains("\"replica\":\"down\"");

      assertThat(answered("primary")).isGreaterThan(byPrimary + 2);

      replica.startAgain();
      var since = replica.number(DATABASE, SCANS);
      Await.until(
          "the replica is read again",
          () -> {
            isAnsweredSoon(service, "/v1/accounts");
            return replica.number(DATABASE, SCANS) > since;
          });

      replica.run("SELECT pg_promote()");
      isListedAtOnce(service, "Annie Easley");
    }
  }

  private record Servers(PostgresProcess replica, ServiceProcess service) implements AutoCloseable {
    @Override
    public void close() {
      service.close();
      replica.close();
    }
  }

  private Servers onBoth(PostgresProcess primary) throws Exception {
    var url = primary.url(DATABASE);
    var replica = PostgresStandby.of(primary, Files.createDirectories(folder.resolve("replica")));
    var settings =
        Map.of(
            "DATABASE_REPLICA_URL",
            replica.url(DATABASE),
            "MANAGEMENT_PORT",
            Integer.toString(managementPort));
    return new Servers(replica, ServiceLauncher.on(folder, url, "none", settings));
  }

  /** How many reads that the replica is for this server has answered. */
  private long answered(String server) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/metrics"));
    try (var client = HttpClient.newHttpClient()) {
      var scrape = client.send(request.build(), BodyHandlers.ofString()).body();
      return ANSWERED
          .matcher(scrape)
          .results()
          .filter(found -> found.group(1).equals(server))
          .mapToLong(found -> Long.parseLong(found.group(2)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void isListedAtOnce(ServiceProcess service, String name) throws Exception {
    var id = service.open(name);
    assertThat(isAnsweredSoon(service, "/v1/accounts?limit=1")).contains(id);
  }

  private static String isAnsweredSoon(ServiceProcess service, String path) throws Exception {
    var began = System.nanoTime();
    var answer = service.get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(WITHIN);
    return answer.body();
  }
}
