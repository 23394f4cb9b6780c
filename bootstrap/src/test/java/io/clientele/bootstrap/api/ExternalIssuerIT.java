package io.clientele.bootstrap.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.clientele.bootstrap.oidc.TestOidcIssuer;
import io.clientele.testbed.service.ServiceCluster;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers whom an outside issuer vouches for, and what is left of them. */
class ExternalIssuerIT {
  private static final String SUBJECT = "zubaida-4711|outside";

  @TempDir private static Path folder;
  private static TestOidcIssuer issuer;
  private static ServiceCluster stage;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestOidcIssuer();
    client = HttpClient.newHttpClient();
    stage =
        ServiceCluster.set(
            folder,
            1,
            Map.of(
                "OIDC_ISSUERS",
                issuer.url() + "|" + TestOidcIssuer.AUDIENCE + "|admin+customer",
                "OIDC_REFUSED",
                issuer.url() + "|mallory"));
  }

  @AfterAll
  static void stop() {
    stage.close();
    client.close();
    issuer.close();
  }

  @Test
  void nothingRemainsOfAnErasedOutsideCustomer() throws Exception {
    var id = stage.instance(0).open("Zubaida");
    var token = customer(id);
    var path = "/v1/accounts/" + id;
    assertThat(call(token, "GET", "/v1/me", "").body()).contains("\"external\"", SUBJECT, id);
    assertThat(call(token, "PATCH", path, "{\"name\":\"Zubaida T.\"}").statusCode()).isEqualTo(200);

    var entry = stage.instance(0).json("/v1/audit?accountId=" + id).get("data").get(0);
    var actor = entry.get("actor").asString();
    assertThat(actor).matches("external:[0-9a-f]{8}:[A-Za-z0-9_-]{22}");
    assertThat(entry.get("changes").toString()).contains("actor.subject", SUBJECT);
    var byActor = "/v1/audit?actor=" + URLEncoder.encode(actor, UTF_8);
    assertThat(stage.instance(0).json(byActor).get("data")).hasSize(1);
    assertThat(stage.dump() + stage.instance(0).output()).contains(actor).doesNotContain(SUBJECT);

    assertThat(stage.instance(0).post(path + "/erasure", "").statusCode()).isEqualTo(200);
    assertThat(call(token, "GET", path, "").statusCode()).isEqualTo(410);
    stage.settle();
    assertThat(stage.instance(0).json(byActor).toString()).contains(actor).doesNotContain(SUBJECT);
    assertThat(stage.dump() + stage.instance(0).output() + redis())
        .contains(id)
        .doesNotContain(SUBJECT, "zubaida", "Zubaida");
  }

  @Test
  void theSubjectOfAnOutsideAdminIsNotStored() throws Exception {
    var token = issuer.token("\"sub\":\"boss-of-the-host\",\"roles\":[\"admin\",\"operator\"]");
    var opened = call(token, "POST", "/v1/accounts", account("boss"));

    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(stage.dump() + stage.instance(0).output()).doesNotContain("boss-of-the-host");
  }

  @Test
  void aForbiddenSubjectIsNotAServerError() throws Exception {
    for (var subject :
        new String[] {"a\\u0000b", "a\\nb", "a\\u001b[31mb", "a\\ud800", "", "mallory"}) {
      var token = issuer.token("\"sub\":\"" + subject + "\",\"roles\":[\"admin\"]");
      assertThat(call(token, "POST", "/v1/accounts", account("refused")).statusCode())
          .as(subject)
          .isEqualTo(401);
    }
    for (var exp : new String[] {"1e400", "-1", "94670000000000"}) {
      var token = issuer.token("\"sub\":\"ada\",\"roles\":[\"admin\"],\"exp\":" + exp);
      assertThat(call(token, "GET", "/v1/me", "").statusCode()).as(exp).isEqualTo(401);
    }
  }

  private static String customer(String account) throws JOSEException {
    return issuer.token(
        "\"sub\":\"%s\",\"roles\":[\"customer\"],\"account_id\":\"%s\""
            .formatted(SUBJECT, account));
  }

  private static String account(String name) {
    return "{\"name\":\"%s\",\"email\":\"%s@example.com\"}".formatted(name, name);
  }

  private static HttpResponse<String> call(String token, String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.ports().getFirst() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private static String redis() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder.resolve("redis"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    return all.toString();
  }
}
