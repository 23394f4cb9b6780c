package io.clientele.bootstrap.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceLauncher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests repeated requests and erasures, on two instances with real servers. */
class IdempotencyAndErasureIT {
  private static final String BODY =
      "{\"name\":\"%s\",\"email\":\"%s@example.com\",\"taxId\":{\"country\":\"PT\",\"value\":\"%s\"}}";

  private static final String BLOCK =
      """
      INSERT INTO operation (id, caller, subject, accepted_at, request, run_at, leased_until)
      VALUES (gen_random_uuid(), 'other', 'account:%s', now(), '', now(), now() + interval '1 hour')
      """;

  @TempDir private static Path folder;
  private static ServiceCluster stage;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    stage = ServiceCluster.set(folder, 2, Map.of());
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    stage.close();
  }

  @Test
  void ofFiftyEqualRequestsOneOpensAnAccount() throws Exception {
    var body = BODY.formatted("Hedy Lamarr", "hedy", "501442600");
    stage.instance(0).bearer();
    stage.instance(1).bearer();
    var barrier = new CyclicBarrier(50);
    var calls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (var i = 0; i < 50; i++) {
      var instance = i % 2;
      calls.add(
          CompletableFuture.supplyAsync(
              () -> met(barrier, instance, "raced", body), Thread::startVirtualThread));
    }
    var answers = calls.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
    var opened = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
    assertThat(opened).extracting(HttpResponse::body).containsOnly(opened.getFirst().body());
    assertThat(opened)
        .filteredOn(answer -> answer.headers().firstValue("Idempotent-Replayed").isEmpty())
        .as("the one that did it")
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).contains("idempotency-in-progress");
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
    assertThat(stage.number("SELECT count(*) FROM account WHERE email = 'hedy@example.com'"))
        .isEqualTo(1);
    assertThat(open(0, "raced", body).body()).isEqualTo(opened.getFirst().body());
  }

  @Test
  void aRequestRepeatedAfterAKillReturnsTheStoredResponse() throws Exception {
    var body = BODY.formatted("Chien Wu", "chien", "501442601");
    var bearer = stage.instance(0).bearer();
    try (var wire = new TestConnection(stage.ports().getFirst())) {
      wire.send(
          """
          POST /v1/accounts HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Idempotency-Key: killed\r
          Authorization: Bearer %s\r
          Content-Length: %d\r
          \r
          %s\
          """
              .formatted(bearer, body.length(), body));
      Await.until(
          "it is committed",
          () ->
              stage.number("SELECT count(*) FROM account WHERE email = 'chien@example.com'") == 1);
      stage.instance(0).kill(); // before its response was read
    }
    stage.startAgain(0);
    var again = open(0, "killed", body);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(stage.number("SELECT count(*) FROM account WHERE email = 'chien@example.com'"))
        .isEqualTo(1);
  }

  /** An earlier operation on the account, which seems to run, holds the write up until the kill. */
  @Test
  void aWriteIsCarriedOutAlthoughTheProcessThatQueuedItIsKilled() throws Exception {
    var account = stage.instance(0).open("Emmy Noether");
    stage.postgres.runIn(ServiceCluster.DATABASE, BLOCK.formatted(account));
    var path = stage.instance(0).uri("/v1/accounts/" + account + "/suspension");
    var request =
        HttpRequest.newBuilder(path)
            .header("Authorization", "Bearer " + stage.instance(0).bearer())
            .header("Prefer", "respond-async");
    var answer =
        client.send(request.POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    var operation = answer.headers().firstValue("Location").orElseThrow();
    assertThat(stage.instance(1).json(operation).get("status").asString()).isEqualTo("queued");
    stage.instance(0).kill();
    stage.postgres.runIn(ServiceCluster.DATABASE, "DELETE FROM operation WHERE caller = 'other'");
    Await.until("it ends", () -> !stage.instance(1).json(operation).path("result").isMissingNode());
    var result = stage.instance(1).json(operation).get("result");
    assertThat(result.get("body")).isEqualTo(stage.instance(1).json("/v1/accounts/" + account));
    assertThat(result.get("body").get("status").asString()).isEqualTo("suspended");
    stage.startAgain(0);
  }

  @Test
  void nothingRemainsOfAnErasedAccountAndItsKeyIsGone() throws Exception {
    var body = BODY.formatted("Zdenka Quixote", "zdenka.q", "501442699");
    var location = open(0, "erased", body).headers().firstValue("Location").orElseThrow();
    stage.instance(0).get(location);
    post(0, location + "/suspension", "hold", "");
    assertThat(stage.dump()).contains("Zdenka Quixote", "zdenka.q@example.com", "501442699");
    assertThat(post(0, location + "/erasure", "unheeded", "").statusCode()).isEqualTo(200);
    assertThat(open(1, "erased", body).statusCode()).isEqualTo(410);
    stage.settle();
    var id = location.substring(location.lastIndexOf('/') + 1);
    var logs = stage.instance(0).output() + stage.instance(1).output();
    assertThat(logs).contains("erased " + id);
    var left = stage.dump() + logs + redis();
    assertThat(left).contains(id);
    assertThat(left.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("zdenka", "quixote", "501442699");
  }

  @Test
  void afterARestoreErasuresAreRepeated() throws Exception {
    var named = stage.instance(0).open("Restored One");
    var logged = stage.instance(0).open("Restored Two");
    var stays = stage.instance(0).open("Restored Three");
    var file = Files.createTempFile(folder, "erasures", ".log");
    Files.write(
        file,
        List.of(
            named,
            "{\"logger_name\":\"io.clientele.erasures\",\"message\":\"erased " + logged + "\"}",
            "{\"message\":\"ready\",\"request\":\"" + stays + "\"}",
            "",
            "01890a5d-ac96-774b-bcce-b302099a8057"));
    assertThat(reapplied(file)).contains("2 erased again, 0 were erased already, 1 are not there");
    assertThat(reapplied(file)).contains("0 erased again, 2 were erased already, 1 are not there");
    assertThat(stage.instance(1).get("/v1/accounts/" + named).statusCode()).isEqualTo(410);
    assertThat(stage.instance(1).get("/v1/accounts/" + logged).statusCode()).isEqualTo(410);
    assertThat(stage.instance(1).get("/v1/accounts/" + stays).statusCode()).isEqualTo(200);
  }

  @Test
  void anErasureListWithAnUnreadableLineFailsAndErasesTheOthers() throws Exception {
    var named = stage.instance(0).open("Restored Four");
    var file = Files.createTempFile(folder, "erasures", ".csv");
    Files.writeString(
        file, "\ufeff\"" + named.toUpperCase(java.util.Locale.ROOT) + "\",\"x\"\r\nAda\r\n");
    var variables = Map.of("DATABASE_URL", stage.databaseUrl());
    try (var run =
        ServiceLauncher.start(folder, variables, "--reapply-erasures", file.toString())) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output()).contains("1 erased again", "1 lines unreadable");
      assertThat(run.errors()).contains("line 2 contains no id").doesNotContain("Ada");
    }
    assertThat(stage.instance(0).get("/v1/accounts/" + named).statusCode()).isEqualTo(410);
    try (var run = ServiceLauncher.start(folder, variables, "--reapply-erasures", "absent.txt")) {
      assertThat(run.exitCode()).isEqualTo(2);
    }
  }

  private static String reapplied(Path file) throws InterruptedException {
    var variables = Map.of("DATABASE_URL", stage.databaseUrl());
    try (var run =
        ServiceLauncher.start(folder, variables, "--reapply-erasures", file.toString())) {
      assertThat(run.exitCode()).as(run.errors()).isZero();
      return run.output();
    }
  }

  private static String redis() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder.resolve("redis"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static HttpResponse<String> met(
      CyclicBarrier barrier, int instance, String key, String body) {
    try {
      barrier.await();
      return open(instance, key, body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> open(int instance, String key, String body)
      throws IOException, InterruptedException {
    return post(instance, "/v1/accounts", key, body);
  }

  private static HttpResponse<String> post(int instance, String path, String key, String body)
      throws IOException, InterruptedException {
    var at = URI.create("http://127.0.0.1:" + stage.ports().get(instance) + path);
    var request =
        HttpRequest.newBuilder(at)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("Authorization", "Bearer " + stage.instance(instance).bearer())
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8));
  }
}
