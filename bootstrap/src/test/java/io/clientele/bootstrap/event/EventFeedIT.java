package io.clientele.bootstrap.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.Main;
import io.clientele.testbed.Await;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every committed change reaches the feed and its streams, in the order of its subject. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFeedIT {
  private static final int ACCOUNTS = 12;
  private static final int CHANGES = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  private PostgresProcess postgres;
  private ServiceProcess service;
  private ServiceProcess other;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    var variables = ServiceLauncher.variables(postgres.url("events"), "none", Map.of());
    service = ServiceLauncher.of(Main.class, folder, variables).awaitReady();
    var more = new HashMap<>(variables);
    more.putAll(ServiceLauncher.ports());
    other = ServiceLauncher.of(Main.class, folder, more).awaitReady();
  }

  @AfterAll
  void stop() {
    other.close();
    service.close();
    postgres.close();
    client.close();
  }

  @Test
  void aStreamAtOneInstanceGetsEveryChangeOfTheOtherInTheOrderOfItsSubject() throws Exception {
    try (var stream =
        new EventStreamClient(client, other, "?types=account.*&after=end", other.bearer())) {
      var writers =
          IntStream.range(0, ACCOUNTS)
              .mapToObj(number -> CompletableFuture.supplyAsync(() -> opened(number)))
              .toList();
      var accounts = writers.stream().map(CompletableFuture::join).toList();
      Await.until(
          "all changes are streamed",
          () -> of(stream.events(), accounts).size() >= ACCOUNTS * (1 + CHANGES));
      for (var account : accounts) {
        assertThat(of(stream.events(), List.of(account)))
            .extracting(event -> event.path("version").asLong())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + CHANGES).boxed().toList());
      }
      assertThat(of(feed(), accounts)).isEqualTo(of(stream.events(), accounts));
    }
  }

  @Test
  void theProofHasTheDigestOfEachEventAndOfNothingElse() throws Exception {
    service.open("Proven");
    var events = new HashSet<String>();
    Await.until(
        "the feed is proven",
        () -> {
          events.clear();
          feed().forEach(event -> events.add(event.path("id").asString()));
          return proven().equals(events);
        });
    assertThat(events).isNotEmpty();
  }

  @Test
  void aStreamEndsWhenItsKeyIsRevoked() throws Exception {
    var issued = service.post("/v1/api-keys", "{\"name\": \"reader\", \"roles\": [\"auditor\"]}");
    var key = JsonMapper.shared().readTree(issued.body());
    var token = key.path("key").asString();
    try (var stream = new EventStreamClient(client, other, "?after=end", token)) {
      var path = service.uri("/v1/api-keys/" + key.path("id").asString());
      assertThat(delete(path)).isEqualTo(204);
      Await.until("the stream ends", stream::hasEnded);
    }
  }

  @Test
  void aStreamEndsWhenItsProcessStops(@TempDir Path folder) throws Exception {
    var variables = ServiceLauncher.variables(postgres.url("events"), "none", Map.of());
    try (var third = ServiceLauncher.of(Main.class, folder, variables).awaitReady();
        var stream = new EventStreamClient(client, third, "?after=end", third.bearer())) {
      third.terminate();
      Await.until("the stream ends", stream::hasEnded);
      assertThat(third.exitCode()).isZero();
    }
  }

  /** Opens an account and changes its name, one change after the other. */
  private String opened(int number) {
    try {
      var id = service.open("Account " + number);
      for (var change = 1; change <= CHANGES; change++) {
        var name = "{\"name\": \"Account %d, change %d\"}".formatted(number, change);
        assertThat(service.patch("/v1/accounts/" + id, name).statusCode()).isEqualTo(200);
      }
      return id;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  private static List<JsonNode> of(List<JsonNode> events, List<String> accounts) {
    return events.stream()
        .filter(event -> accounts.contains(event.path("accountId").asString("")))
        .toList();
  }

  private List<JsonNode> feed() throws IOException, InterruptedException {
    var all = new ArrayList<JsonNode>();
    var page = service.json("/v1/events?limit=50");
    while (!page.path("data").isEmpty()) {
      page.path("data").forEach(all::add);
      page = service.json("/v1/events?limit=50&after=" + page.path("nextCursor").asString());
    }
    return all;
  }

  /** The ids of all entries with a digest. */
  private HashSet<String> proven() throws IOException, InterruptedException {
    var ids = new HashSet<String>();
    for (var from = "0"; !from.isEmpty(); ) {
      var page = service.json("/v1/events/proof?from=" + from);
      for (var block : page.path("data")) {
        for (var entry : block.path("entries")) {
          if (entry.has("digest")) {
            ids.add(entry.path("id").asString());
          }
        }
      }
      from = page.path("nextCursor").asString("");
    }
    return ids;
  }

  private int delete(URI path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(path)
            .header("Authorization", "Bearer " + service.bearer())
            .DELETE()
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
