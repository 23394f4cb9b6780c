package io.clientele.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Role;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.InMemoryWebhookContext;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {
  private static final String ALL = "/v1/webhooks";
  private static final String NEW =
      "{\"name\":\"Billing\",\"url\":\"https://billing.test/hooks/secret-path?key=1\","
          + "\"types\":[\"account.*\"]%s}";
  private static final UUID EVENT = UUID.fromString("0199f3b2-7c00-7000-8000-000000000002");

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient admin = new TestClient(service.port());
  private final InMemoryWebhookContext webhooks = service.context(InMemoryWebhookContext.class);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aSecretIsShownOnceAndSignsFromThenOn() {
    var created = create("");
    var secret = created.json().path("secret").asString();
    assertThat(secret).startsWith("whsec_");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.json().path("payload").asString()).isEqualTo("thin");
    assertThat(created.json().path("lanes").asInt()).isEqualTo(16);
    var location = created.header("Location");
    assertThat(admin.get(location).body()).doesNotContain("whsec_");
    assertThat(admin.get(ALL).body()).doesNotContain("whsec_");
    assertThat(admin.call("POST", location + "/tests", "").json().path("delivered").asBoolean())
        .isTrue();
    assertThat(webhooks.sent().getFirst().secrets().getFirst().value()).isEqualTo(secret);
  }

  @Test
  void theUrlIsMaskedForAllButAdministrators() {
    var path = create("").header("Location");
    assertThat(admin.get(path).json().path("url").asString())
        .isEqualTo("https://billing.test/hooks/secret-path?key=1");
    for (var role : List.of(Role.OPERATOR, Role.AUDITOR)) {
      var bearer = "Authorization: Bearer " + identity().bearerOf(role);
      for (var target : List.of(path, ALL)) {
        assertThat(admin.get(target, bearer).body())
            .contains("\"https://billing.test\"")
            .doesNotContain("secret-path");
      }
    }
  }

  @Test
  void onlyAdministratorsSeeAnswers() {
    var path = create("").header("Location");
    admin.call("POST", path + "/tests", "");
    var attempt = admin.get(path + "/attempts").json().path("data").path(0);
    assertThat(attempt.path("answer").asString()).isEqualTo("thanks");
    assertThat(attempt.path("status").asInt()).isEqualTo(204);
    assertThat(attempt.has("position")).isFalse();
    var operator = "Authorization: Bearer " + identity().bearerOf(Role.OPERATOR);
    assertThat(admin.get(path + "/attempts", operator).body())
        .contains("\"delivered\":true")
        .doesNotContain("thanks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"url\":\"https://a.test/\",\"types\":[\"account.*\"]}|#/name",
        "{\"name\":\"\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"]}|#/name",
        "{\"name\":\"a\",\"types\":[\"account.*\"]}|#/url",
        "{\"name\":\"a\",\"url\":\"https://127.0.0.1/\",\"types\":[\"account.*\"]}|#/url",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[]}|#/types",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"none.such\"]}|#/types",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"a\"]}|#/types",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"],\"lanes\":65}|#/lanes",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"],\"payload\":\"x\"}|#/payload",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"],\"after\":-1}|#/after",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"],\"secret\":\"x\"}|#/secret",
        "{\"name\":\"a\",\"url\":\"https://a.test/\",\"types\":[\"account.*\"],\"accountId\":\"1\"}|#/accountId"
      })
  void aFaultOfANewWebhookIsNamed(String body, String pointer) {
    var answer = admin.call("POST", ALL, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void theFiftyFirstWebhookIsRefused() {
    for (var i = 0; i < Webhook.WEBHOOKS_MAX; i++) {
      assertThat(create("").status()).isEqualTo(201);
    }
    var refused = create("");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/limit-reached");
    var seen = new ArrayList<String>();
    for (var path = ALL + "?limit=20"; path != null; ) {
      var page = admin.get(path).json();
      page.path("data").forEach(webhook -> seen.add(webhook.path("id").asString()));
      path =
          page.has("nextCursor")
              ? ALL + "?limit=20&cursor=" + page.path("nextCursor").asString()
              : null;
    }
    assertThat(seen).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void aPositionBeyondTheEndIsAFork() {
    assertThat(create(",\"after\":99999999").json().path("type").asString())
        .isEqualTo("/problems/fork");
  }

  @Test
  void aChangeKeepsWhatItDoesNotName() {
    var path = create(",\"lanes\":3,\"payload\":\"full\"").header("Location");
    var changed =
        admin.call(
            "PATCH", path, "{\"types\":[\"key.issued\"],\"status\":\"paused\"}", "If-Match: \"1\"");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().path("types").toString()).isEqualTo("[\"key.issued\"]");
    assertThat(changed.json().path("status").asString()).isEqualTo("paused");
    assertThat(changed.json().path("payload").asString()).isEqualTo("full");
    assertThat(changed.json().path("lanes").asInt()).isEqualTo(3);
    assertThat(admin.call("PATCH", path, "{\"name\":\"x\"}", "If-Match: \"1\"").status())
        .isEqualTo(412);
    assertThat(admin.call("PATCH", path, "{}", "If-Match: \"1\"").status()).isEqualTo(200);
    assertThat(admin.call("DELETE", path, "", "If-Match: \"1\"").status()).isEqualTo(412);
    assertThat(admin.call("DELETE", path, "", "If-Match: \"2\"").status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"disabled\"}",
        "{\"lanes\":2}",
        "{\"name\":null}",
        "{\"types\":null}",
        "{\"url\":\"http://user@a.test/\"}",
        "{\"after\":\"7\"}",
        "[]"
      })
  void aChangeThatBreaksARuleIsRefused(String body) {
    var path = create("").header("Location");
    assertThat(admin.call("PATCH", path, body).status()).isEqualTo(400);
  }

  @Test
  void aRotationShowsTheNewSecretAndBothSign() {
    var created = create("");
    var path = created.header("Location");
    var rotated = admin.call("POST", path + "/secret-rotations", "{\"graceSeconds\":3600}");
    assertThat(rotated.status()).isEqualTo(201);
    var secret = rotated.json().path("secret").asString();
    assertThat(secret).startsWith("whsec_").isNotEqualTo(created.json().path("secret").asString());
    assertThat(admin.get(path).json().path("previousSecretUntil").asString())
        .isEqualTo(rotated.json().path("previousSecretUntil").asString());
    admin.call("POST", path + "/tests", "");
    assertThat(webhooks.sent().getFirst().secrets())
        .extracting(signing -> signing.value())
        .containsExactly(secret, created.json().path("secret").asString());
    assertThat(admin.call("POST", path + "/secret-rotations", "{\"graceSeconds\":604801}").status())
        .isEqualTo(400);
    assertThat(admin.call("POST", path + "/secret-rotations", "{}").status()).isEqualTo(400);
  }

  @Test
  void attemptsAndDeadLettersAreListedByPages() {
    var path = create("").header("Location");
    IntStream.range(0, 5).forEach(i -> admin.call("POST", path + "/tests", ""));
    assertThat(pages(path + "/attempts")).containsExactly(2, 2, 1);
    var id = WebhookId.parse(path.substring(path.lastIndexOf('/') + 1));
    for (var i = 1; i <= 5; i++) {
      var position = EventPosition.of(i, 0);
      webhooks.stores().deadLetters().add(letter(id, position));
    }
    assertThat(pages(path + "/dead-letters")).containsExactly(2, 2, 1);
    assertThat(admin.get(path).json().path("deadLetters").asInt()).isEqualTo(5);
  }

  @Test
  void eventsAreSentAgainAndAKeyRepeatsTheResponse() {
    admin.open("Ada Lovelace");
    var path = create("").header("Location");
    var body = "{\"from\":0,\"to\":9999999}";
    var first = admin.call("POST", path + "/redeliveries", body, "Idempotency-Key: k1");
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().path("events").asInt()).isEqualTo(1);
    var again = admin.call("POST", path + "/redeliveries", body, "Idempotency-Key: k1");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(admin.get(first.header("Location")).body()).isEqualTo(first.body());
    assertThat(
            admin
                .call(
                    "POST", path + "/redeliveries", "{\"deadLetters\":true}", "Idempotency-Key: k1")
                .status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"from\":1}",
        "{\"to\":1}",
        "{\"from\":2,\"to\":1}",
        "{\"deadLetters\":false}",
        "{\"deadLetters\":true,\"from\":0,\"to\":9}",
        "{\"eventIds\":[]}",
        "{\"eventIds\":[\"x\"]}",
        "{\"eventIds\":\"x\"}",
        "{\"from\":\"0\",\"to\":9}"
      })
  void aRedeliveryThatSelectsNothingIsRefused(String body) {
    var path = create("").header("Location");
    assertThat(admin.call("POST", path + "/redeliveries", body).status()).isEqualTo(400);
  }

  private List<Integer> pages(String path) {
    var sizes = new ArrayList<Integer>();
    for (var target = path + "?limit=2"; target != null; ) {
      var page = admin.get(target).json();
      sizes.add(page.path("data").size());
      target =
          page.has("nextCursor")
              ? path + "?limit=2&cursor=" + page.path("nextCursor").asString()
              : null;
    }
    return sizes;
  }

  private static DeadLetter letter(WebhookId id, EventPosition position) {
    return new DeadLetter(id, position, EVENT, Sample.BEGINNING, 8, "400");
  }

  private Answer create(String more) {
    return admin.call("POST", ALL, NEW.formatted(more));
  }

  private InMemoryIdentity identity() {
    return service.context(InMemoryIdentity.class);
  }
}
