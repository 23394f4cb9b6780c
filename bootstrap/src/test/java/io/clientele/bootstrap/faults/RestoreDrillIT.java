package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the page on disasters, "The database is damaged", with real servers. */
class RestoreDrillIT {
  /** What the archive of erasures selects from the log. */
  private static final String ERASED = "\"message\":\"erased ";

  private Path folder;
  private ServiceCluster stage;

  @BeforeEach
  void start(@TempDir Path temporary) {
    folder = temporary;
    stage = ServiceCluster.set(folder, 1, Map.of());
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void afterARestoreErasedDataIsGoneViewsBalanceAndTheAuditIsIntact() throws Exception {
    var erased = stage.instance(0).open("Erased After The Backup");
    var viewed = stage.instance(0).open("Viewed");
    view(viewed, 3);
    stage.settle();
    var backup = folder.resolve("backup");
    stage.postgres.copyTo(backup);
    var late = stage.instance(0).open("Opened After The Backup");
    view(viewed, 2);
    stage.settle();
    erase(erased);
    var archive = stopAndArchive();
    stage.postgres.restoreFrom(backup);
    assertThat(stage.dump()).contains(erased, viewed).doesNotContain(late);
    reapply(archive);
    acceptTheAudit();
    stage.startAgain(0);
    var service = stage.instance(0);
    assertThat(service.get("/v1/accounts/" + erased).statusCode()).isEqualTo(410);
    assertThat(service.get("/v1/accounts/" + late).statusCode()).isEqualTo(404);
    assertThat(service.get("/v1/accounts/" + viewed).statusCode()).isEqualTo(200);
    stage.settle();
    viewsAreExact(viewed);
    Await.until(
        "the audit is verified", () -> service.json("/v1/audit/verification").has("intact"));
    assertThat(service.json("/v1/audit/verification").get("intact").asBoolean()).isTrue();
  }

  /** Redis did not go back and kept the last batches, so that the five views and one are there. */
  private void viewsAreExact(String viewed) throws Exception {
    var reconciliation = stage.instance(0).json("/v1/view-reconciliation");
    assertThat(reconciliation.get("balanced").asBoolean()).isTrue();
    assertThat(stage.views(viewed)).isEqualTo(6);
    assertThat(reconciliation.get("lost").asLong()).isZero();
  }

  private void view(String account, int times) throws IOException, InterruptedException {
    for (var i = 0; i < times; i++) {
      assertThat(stage.instance(0).get("/v1/accounts/" + account).statusCode()).isEqualTo(200);
    }
  }

  private void erase(String account) throws IOException, InterruptedException {
    var service = stage.instance(0);
    var path = "/v1/accounts/" + account;
    assertThat(service.post(path + "/suspension", "").statusCode()).isEqualTo(200);
    assertThat(service.post(path + "/erasure", "").statusCode()).isEqualTo(200);
    service.awaitOutput(ERASED + account);
  }

  /** Stops the service, and writes the lines that the archive has by then. */
  private Path stopAndArchive() throws IOException, InterruptedException {
    var service = stage.instance(0);
    service.terminate();
    assertThat(service.exitCode()).isZero();
    var lines = service.output().lines().filter(line -> line.contains(ERASED));
    return Files.writeString(folder.resolve("erased.log"), lines.collect(Collectors.joining("\n")));
  }

  private void reapply(Path archive) throws InterruptedException {
    var variables = Map.of("DATABASE_URL", stage.databaseUrl());
    assertThat(run(variables, "--reapply-erasures", archive.toString()))
        .contains("1 erased again, 0 were erased already, 0 are not there");
  }

  private void acceptTheAudit() throws InterruptedException {
    var settings = ServiceLauncher.variables(stage.databaseUrl(), stage.redis.url(), Map.of());
    assertThat(run(settings, "--accept-restored-audit"))
        .containsPattern("forgot the audit's head [0-9]+ [0-9a-f]{64}");
  }

  private String run(Map<String, String> variables, String... arguments)
      throws InterruptedException {
    try (var run = ServiceLauncher.start(folder, variables, arguments)) {
      assertThat(run.exitCode()).as(run.errors()).isZero();
      return run.output();
    }
  }
}
