package io.clientele.bootstrap.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.load.ClosedLoopReads;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisNode;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on each kind of Redis that it knows; views are exact on all of them. */
class RedisTopologiesIT {
  private static final int ACCOUNTS = 30;
  private static final int SLOTS = 16_384;
  private static final Duration FAULT_DURATION = Duration.ofSeconds(2);

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
  void aClusterOfThreeSurvivesTheRestartOfANode() throws Exception {
    var nodes = new ArrayList<RedisNode>();
    try {
      cluster(nodes);
      var last = nodes.getLast();
      var url = "redis://127.0.0.1:%d,127.0.0.1:%d".formatted(nodes.get(0).port(), last.port());
      try (var service = service("clustered", url, Map.of())) {
        countsExactly(
            service,
            () -> {
              for (var node : nodes) {
                Await.until("each has shards", () -> !node.ask("DBSIZE").startsWith(":0"));
              }
              last.kill();
              Await.pause(FAULT_DURATION);
              last.startAgain();
            });
      }
    } finally {
      nodes.forEach(RedisNode::close);
    }
  }

  @Test
  void aSentinelFailoverPromotesTheReplica() throws Exception {
    try (var primary = RedisNode.start(folder, "--repl-diskless-sync-delay", "0");
        var replica = RedisNode.start(folder, "--replicaof", "127.0.0.1", "" + primary.port());
        var sentinel = RedisNode.watching(primary, folder)) {
      Await.until("it follows", () -> replica.ask("INFO").contains("master_link_status:up"));
      Await.until(
          "it is known",
          () -> sentinel.ask("SENTINEL REPLICAS main").contains("" + replica.port()));
      var url = "redis-sentinel://127.0.0.1:" + sentinel.port() + "/0#main";
      try (var service = service("watched", url, Map.of())) {
        countsExactly(
            service,
            () -> {
              primary.kill();
              Await.until("it leads", () -> replica.ask("INFO").contains("role:master"));
              Await.until("views go there", () -> !replica.ask("DBSIZE").startsWith(":0"));
            });
      }
    }
  }

  @Test
  void aServerWithPasswordAndTlsOnly() throws Exception {
    var certificate = TestCertificate.make(folder);
    var tls = FreePorts.one();
    var settings = new ArrayList<>(List.of("--tls-port", "" + tls, "--tls-auth-clients", "no"));
    settings.addAll(List.of("--tls-cert-file", certificate.chain().toString()));
    settings.addAll(List.of("--tls-key-file", certificate.key().toString()));
    settings.addAll(List.of("--user", "default", "off"));
    settings.addAll(List.of("--user", "clientele", "on", ">s3cret", "~*", "&*", "+@all"));
    try (var redis = RedisNode.start(folder, settings.toArray(String[]::new))) {
      var trusting = Map.of("JAVA_TOOL_OPTIONS", certificate.trust());
      var url = "rediss://clientele:s3cret@127.0.0.1:" + tls;
      try (var service = service("secured", url, trusting)) {
        Await.until(
            "redis is up", () -> service.get("/health/ready").body().contains("\"redis\":\"up\""));
        countsExactly(service, () -> Await.pause(FAULT_DURATION));
        assertThat(redis.ask("AUTH clientele s3cret\r\nDBSIZE")).doesNotContain(":0");
        assertThat(service.output() + service.errors()).doesNotContain("s3cret");
      }
      try (var untrusting = new Redis(RedisConfig.parse(url))) {
        assertThat(untrusting.isUp()).isFalse();
      }
      var otherName = url.replace("127.0.0.1", "localhost");
      try (var service = service("mistaken", otherName, trusting)) {
        var ready = service.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"redis\":\"down\"");
      }
    }
  }

  /** Something that befalls Redis while views are counted. */
  @FunctionalInterface
  private interface Fate {
    void happen() throws Exception;
  }

  private static void countsExactly(ServiceProcess service, Fate fate) throws Exception {
    var accounts = new ArrayList<String>();
    for (var i = 0; i < ACCOUNTS; i++) {
      accounts.add(service.open("Client " + i));
    }
    var load = ClosedLoopReads.start(accounts, List.of(service.port()), service::bearer, 2, 7);
    Await.pause(FAULT_DURATION);
    fate.happen();
    Await.pause(FAULT_DURATION);
    load.close();
    assertThat(load.failed()).as("reads that failed").isZero();
    Await.until("all is flushed", () -> service.post("/v1/view-flushes", "").statusCode() == 200);
    var persisted =
        accounts.stream().collect(Collectors.toMap(id -> id, id -> persisted(service, id)));
    for (var i = 0; i < ACCOUNTS; i++) {
      assertThat(persisted.get(accounts.get(i))).isEqualTo(load.answered(i));
    }
    var reconciliation = service.json("/v1/view-reconciliation");
    assertThat(reconciliation.get("lost").asLong()).isZero();
    assertThat(reconciliation.get("balanced").asBoolean()).isTrue();
  }

  private static long persisted(ServiceProcess service, String account) {
    try {
      return service.json("/v1/accounts/" + account + "/views").get("persisted").asLong();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServiceProcess service(String database, String url, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("VIEWS_FLUSH_INTERVAL", "PT1S");
    return ServiceLauncher.on(folder, postgres.url(database), url, settings).awaitReady();
  }

  private static void cluster(List<RedisNode> nodes) throws IOException {
    var buses = new ArrayList<Integer>();
    for (var i = 0; i < 3; i++) {
      buses.add(FreePorts.one());
      nodes.add(
          RedisNode.start(
              folder,
              "--cluster-enabled",
              "yes",
              "--cluster-port",
              "" + buses.get(i),
              "--cluster-require-full-coverage",
              "no"));
      nodes
          .get(i)
          .ask("CLUSTER ADDSLOTSRANGE %d %d".formatted(i * SLOTS / 3, (i + 1) * SLOTS / 3 - 1));
    }
    for (var i = 1; i < 3; i++) {
      nodes
          .getFirst()
          .ask("CLUSTER MEET 127.0.0.1 %d %d".formatted(nodes.get(i).port(), buses.get(i)));
    }
    for (var node : nodes) {
      Await.until(
          "the cluster is whole", () -> node.ask("CLUSTER INFO").contains("slots_ok:" + SLOTS));
    }
  }
}
