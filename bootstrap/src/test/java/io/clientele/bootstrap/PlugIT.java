package io.clientele.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.parcel.ParcelScenario;
import io.clientele.apikit.scenario.ScenarioSession;
import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The service serves the routes, the table, the grants and the job of the parcel context. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlugIT {
  private static final String PARCELS = "/v1/parcels";
  private static final String CARRIER_SECRET = "a secret of the carrier";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int managementPort = FreePorts.one();
  private PostgresProcess postgres;
  private ServiceProcess service;
  private String account;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    var more =
        Map.of(
            "PARCEL_COUNT_INTERVAL",
            "PT0.1S",
            "MANAGEMENT_PORT",
            "" + managementPort,
            "HOOK_SOURCES",
            "carrier|hmac-sha256|" + CARRIER_SECRET);
    service =
        ServiceLauncher.of(
                ParcelServiceMain.class,
                folder,
                ServiceLauncher.variables(postgres.url("parcels"), "none", more))
            .awaitReady();
    account = service.open("Ada");
  }

  @AfterAll
  void stop() {
    service.close();
    postgres.close();
    client.close();
  }

  @Test
  void aParcelIsSentAndShown() throws Exception {
    var sent = service.post(PARCELS, body("To Ada"));
    assertThat(sent.statusCode()).isEqualTo(201);

    var shown = service.json(sent.headers().firstValue("Location").orElseThrow());
    assertThat(shown).isEqualTo(JsonMapper.shared().readTree(sent.body()));
    assertThat(shown.get("label").asString()).isEqualTo("To Ada");
    assertThat(shown.get("accountId").asString()).isEqualTo(account);
  }

  @Test
  void allFaultsOfABodyAreAnswered() throws Exception {
    var refused = service.post(PARCELS, "{\"label\": \"\", \"color\": 1}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("#/accountId", "#/label", "#/color");
  }

  @Test
  void anAuditorSeesParcelsAndSendsNone() throws Exception {
    var key = service.issueKey("{\"name\": \"auditor\", \"roles\": [\"auditor\"]}");
    var path = service.post(PARCELS, body("seen")).headers().firstValue("Location").orElseThrow();

    assertThat(get(path, key).statusCode()).isEqualTo(200);
    assertThat(post(key).statusCode()).isEqualTo(403);
    assertThat(post("unknown").statusCode()).isEqualTo(401);
  }

  @Test
  void sendingIsAudited() throws Exception {
    service.post(PARCELS, body("audited"));

    var entries = service.json("/v1/audit?action=parcel.sent").get("data");
    assertThat(entries.size()).isPositive();
    assertThat(entries.valueStream().map(entry -> entry.get("action").asString()))
        .containsOnly("parcel.sent");
  }

  @Test
  void anAccountWithAnUndeliveredParcelIsNeitherClosedNorErased() throws Exception {
    var blaise = service.open("Blaise");
    var sent = service.post(PARCELS, body(blaise, "To Blaise"));
    var parcel = sent.headers().firstValue("Location").orElseThrow();

    var path = "/v1/accounts/" + blaise;
    for (var refused : List.of(delete(path), service.post(path + "/erasure", ""))) {
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body())
          .contains("/problems/parcels-undelivered", "Parcels undelivered", "Deliver the parcels");
    }
    assertThat(service.json(path).get("status").asString()).isEqualTo("active");

    assertThat(service.post(parcel + "/delivery", "").statusCode()).isEqualTo(200);
    assertThat(service.post(path + "/erasure", "").statusCode()).isEqualTo(200);
    assertThat(service.json(parcel).has("label")).as("the label is erased").isFalse();
  }

  @Test
  void aMessageOfTheCarrierDeliversAParcelOnceThoughItComesTwice() throws Exception {
    var sent = service.post(PARCELS, body("scanned"));
    var parcel = sent.headers().firstValue("Location").orElseThrow();
    var id = JsonMapper.shared().readTree(sent.body()).get("id").asString();

    assertThat(scan("1", id).statusCode()).isEqualTo(202);
    Await.until("the parcel is delivered", () -> isDelivered(parcel));
    assertThat(scan("2", id).statusCode()).isEqualTo(202);
    Await.until("both messages are handled", () -> handledScans() == 2);

    var deliveries = service.json("/v1/audit?action=parcel.delivered").get("data");
    assertThat(deliveries.valueStream().filter(entry -> entry.toString().contains(id))).hasSize(1);
    assertThat(deliveries.toString()).contains("hook:carrier");
  }

  private HttpResponse<String> scan(String messageId, String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(CARRIER_SECRET.getBytes(UTF_8), "HmacSHA256"));
    var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    var request =
        request("/v1/hooks/carrier", "")
            .header("Hook-Id", messageId)
            .header("Hook-Signature", "sha256=" + signature)
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private boolean isDelivered(String parcel) throws Exception {
    return service.json(parcel).get("isDelivered").asBoolean();
  }

  private int handledScans() throws Exception {
    return service.json("/v1/hook-messages?source=carrier&status=handled").get("data").size();
  }

  @Test
  void theJobCountsParcelsForTheMeter() throws Exception {
    service.post(PARCELS, body("counted"));

    Await.until("the gauge counts parcels", () -> gauge() > 0);
    assertThat(scrape()).contains("clientele_job_failures_total{job_name=\"parcel-count\"} 0.0");
  }

  @Test
  void theServedDocumentDescribesTheRoutes() throws Exception {
    var document = get("/openapi.yaml", "").body();

    assertThat(document).contains("  /v1/parcels:", "  /v1/parcels/{id}:", "  /v1/accounts:");
  }

  /** The database of this test stays up, so no operation answers 503. */
  @Test
  void theContextContributesTheCallsOfItsOperations() {
    try (var api = new ApiClient(service.uri(""), service.bearer())) {
      new ParcelScenario(new ScenarioSession(api, "", "")).run();

      assertThat(api.unseen())
          .filteredOn(operation -> operation.contains("Parcel"))
          .containsExactly("deliverParcel 503", "sendParcel 503", "viewParcel 503");
    }
  }

  private String body(String label) {
    return body(account, label);
  }

  private static String body(String account, String label) {
    return "{\"accountId\": \"%s\", \"label\": \"%s\"}".formatted(account, label);
  }

  private double gauge() throws Exception {
    return scrape()
        .lines()
        .filter(line -> line.startsWith("clientele_parcels "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
        .findFirst()
        .orElse(0);
  }

  private String scrape() throws Exception {
    var uri = URI.create("http://127.0.0.1:" + managementPort + "/metrics");
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return client.send(request(path, token).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> delete(String path) throws Exception {
    return client.send(request(path, service.bearer()).DELETE().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String token) throws Exception {
    var request =
        request(PARCELS, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body("by another")));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request = HttpRequest.newBuilder(service.uri(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
