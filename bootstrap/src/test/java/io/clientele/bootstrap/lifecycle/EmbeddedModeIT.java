package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.ProcessSignal;
import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on servers of its own. */
class EmbeddedModeIT {
  @TempDir private Path folder;

  @Test
  void dataStayWhenItStopsAndWhenItIsKilled() throws Exception {
    String account;
    try (var first = start()) {
      first.awaitOutput("Ctrl-C");
      assertThat(first.output())
          .contains("INFO  ServiceLifecycle: ready", "curl")
          .contains("Store    http://127.0.0.1:" + first.port() + "/store/\n")
          .doesNotContain("{\"@");
      assertThat(first.output())
          .contains("admin@example.com, with ADMIN_PASSWORD")
          .doesNotContain(AdminSession.ADMIN.get("ADMIN_PASSWORD"));
      account = "/v1/accounts/" + first.open("Grace Hopper");
      assertThat(first.get(account).statusCode()).isEqualTo(200);
      ProcessSignal.send("INT", first.handle());
      assertThat(first.exitCode()).isZero();
      assertThat(serversLeft()).isFalse();
    }
    try (var second = start()) {
      second.awaitOutput("Ctrl-C");
      System.out.printf(
          "Embedded start, warm: ready %d ms after the process%n", second.millisToReady());
      assertThat(second.get(account).statusCode()).isEqualTo(200);
      Await.until("both views are known", () -> total(second, account) == 2);
      second.kill();
      assertThat(serversLeft()).isTrue();
    }
    var storePort = "" + FreePorts.one();
    try (var third = start(Map.of("STORE_PORT", storePort))) {
      third.awaitOutput("Ctrl-C");
      assertThat(third.output()).contains("Store    http://127.0.0.1:" + storePort + "/store/\n");
      assertThat(total(third, account)).isEqualTo(2);
      third.terminate();
      assertThat(third.exitCode()).isZero();
    }
    assertThat(serversLeft()).isFalse();
  }

  @Test
  void aSecondProcessOnOneFolderNamesTheFirst() throws Exception {
    try (var first = start()) {
      first.awaitOutput("Ctrl-C");
      try (var second = start()) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors())
            .contains("is already running", "http://127.0.0.1:" + first.port());
      }
      assertThat(first.get("/health/ready").statusCode()).isEqualTo(200);
      first.terminate();
      assertThat(first.exitCode()).isZero();
    }
  }

  @Test
  void leftoversOfAKillAreRepaired() throws Exception {
    try (var first = start()) {
      first.awaitOutput("Ctrl-C");
      first.kill();
    }
    var postmaster = pid("postgres/postmaster.pid");
    ProcessHandle.of(postmaster)
        .ifPresent(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    // The id is someone else's by now, as after a restart of the machine.
    var file = folder.resolve(".clientele/postgres/postmaster.pid");
    Files.writeString(
        file, Files.readString(file).replaceFirst("[0-9]+", "" + ProcessHandle.current().pid()));

    try (var second = start()) {
      second.awaitOutput("Ctrl-C");
      second.terminate();
      assertThat(second.exitCode()).isZero();
    }
  }

  @Test
  void withoutRedisItWarnsAndCounts() throws Exception {
    // Its configuration cannot be written there.
    Files.createDirectories(folder.resolve(".clientele/redis/redis.conf"));

    try (var service = start()) {
      service.awaitOutput("Ctrl-C");
      assertThat(service.output()).contains("no Redis");
      var account = "/v1/accounts/" + service.open("Ada Lovelace");
      service.get(account);
      Await.until("the view is known", () -> total(service, account) == 1);
      service.terminate();
      assertThat(service.exitCode()).isZero();
    }
  }

  @Test
  void anAdministratorIsCreatedAndTheKeysAreKept() throws Exception {
    String shown;
    try (var first = startAlone()) {
      first.awaitOutput("Ctrl-C");
      shown = first.output();
      assertThat(shown).contains("admin@example.com, password ", "(shown this once)");
      first.open("Grace Hopper");
      first.terminate();
      assertThat(first.exitCode()).isZero();
    }
    var keys = folder.resolve(".clientele/keys");
    assertThat(Files.getPosixFilePermissions(keys))
        .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rw-------"));
    var kept = Files.readString(keys);
    try (var second = startAlone()) {
      second.awaitOutput("Ctrl-C");
      assertThat(second.output()).doesNotContain("shown this once");
      assertThat(second.get("/v1/accounts").statusCode()).isEqualTo(401);
      assertThat(Files.readString(keys)).isEqualTo(kept);
      second.terminate();
      assertThat(second.exitCode()).isZero();
    }
  }

  private ServiceProcess startAlone() {
    return start(Map.of());
  }

  private ServiceProcess start() {
    return start(AdminSession.ADMIN);
  }

  private ServiceProcess start(Map<String, String> admin) {
    var settings = new HashMap<>(ServiceLauncher.ports());
    settings.remove("BIND");
    settings.put("SHUTDOWN_DELAY", "PT0S"); // no balancer has to be waited for
    settings.putAll(admin);
    return ServiceLauncher.start(folder, settings, "--embedded");
  }

  private static long total(ServiceProcess service, String account) throws Exception {
    return service.json(account + "/views").get("total").asLong();
  }

  private boolean serversLeft() throws IOException {
    return Files.exists(folder.resolve(".clientele/postgres/postmaster.pid"))
        || Files.exists(folder.resolve(".clientele/redis/redis.pid"));
  }

  private long pid(String file) throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve(".clientele").resolve(file)).getFirst().strip());
  }
}
