package io.clientele.http.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticeRoutesTest {
  private static final String OWN = "/v1/me/notices";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient admin = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anOperatorThatNeverChoseGetsNoNotices() {
    var answer = admin.get(OWN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(answer.body())
        .isEqualTo(
            "{\"kinds\":[],\"language\":\"en\",\"available\":[\"webhook-disabled\","
                + "\"dead-letter\",\"audit-broken\",\"import-done\",\"new-sign-in-place\"],"
                + "\"mailConfigured\":true}");
  }

  @Test
  void aPatchChangesTheFieldsThatItNames() {
    assertThat(patch("{\"kinds\":[\"dead-letter\"]}").header("ETag")).isEqualTo("\"1\"");
    var answer = patch("{\"language\":\"pt\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.json().path("kinds").toString()).isEqualTo("[\"dead-letter\"]");
    assertThat(answer.json().path("language").asString()).isEqualTo("pt");
    assertThat(patch("{}").header("ETag")).isEqualTo("\"2\"");
    assertThat(admin.get(OWN).body()).isEqualTo(answer.body());
  }

  @Test
  void anotherVersionThanTheExpectedOneIsRefused() {
    patch("{\"kinds\":[\"dead-letter\"]}");
    var refused = patch("{\"kinds\":[]}", "If-Match: \"0\"");
    assertThat(refused.status()).isEqualTo(412);
    assertThat(patch("{\"kinds\":[]}", "If-Match: \"1\"").status()).isEqualTo(200);
  }

  @Test
  void allFaultsOfABodyAreTold() {
    var refused = patch("{\"kinds\":[\"weather\"],\"language\":\"xx\",\"name\":1}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/kinds", "#/language", "#/name");
    assertThat(patch("{\"kinds\":null}").status()).isEqualTo(400);
  }

  @Test
  void anOperatorChoosesOnlyWhatItMaySee() {
    var operator = SignedInOperator.of(admin, "grace@example.com", "operator");
    var bearer = "Authorization: Bearer " + operator.access();
    assertThat(admin.get(OWN, bearer).json().path("available").toString())
        .isEqualTo("[\"webhook-disabled\",\"dead-letter\",\"new-sign-in-place\"]");
    assertThat(patch("{\"kinds\":[\"audit-broken\"]}", bearer).status()).isEqualTo(403);
    assertThat(patch("{\"kinds\":[\"dead-letter\"]}", bearer).status()).isEqualTo(200);
    assertThat(admin.get(OWN).json().path("kinds").toString()).isEqualTo("[]");
  }

  @Test
  void anApiKeyHasNoNotices() {
    var body = "{\"name\":\"k\",\"roles\":[\"operator\"]}";
    var key = admin.call("POST", "/v1/api-keys", body).json().path("key").asString();
    assertThat(admin.get(OWN, "Authorization: Bearer " + key).status()).isEqualTo(403);
    assertThat(patch("{}", "Authorization: Bearer " + key).status()).isEqualTo(403);
  }

  private Answer patch(String body, String... headers) {
    return admin.call("PATCH", OWN, body, headers);
  }
}
