package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreferencesRoutesTest {
  private static final String OWN = "/v1/me/preferences";
  private static final String LATE =
      "{\"list\":\"orders\",\"name\":\"Late\",\"query\":\"status=placed&sort=age\"}";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient admin = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anOperatorThatNeverChoseHasTheStandard() {
    var answer = admin.get(OWN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(answer.body()).isEqualTo("{\"savedViews\":[]}");
  }

  @Test
  void aPatchChangesTheFieldsThatItNamesAndNullResets() {
    patch("{\"language\":\"pt\",\"theme\":\"dark\",\"pageSize\":100,\"columns\":[\"email\"]}");
    var answer = patch("{\"theme\":null,\"savedViews\":[" + LATE + "]}");
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.body())
        .isEqualTo(
            "{\"language\":\"pt\",\"pageSize\":100,\"columns\":[\"email\"],\"savedViews\":["
                + LATE
                + "]}");
    assertThat(patch("{}").header("ETag")).isEqualTo("\"2\"");
    assertThat(admin.get(OWN).body()).isEqualTo(answer.body());
    var reset = patch("{\"language\":null,\"pageSize\":null,\"columns\":null,\"savedViews\":[]}");
    assertThat(reset.body()).isEqualTo("{\"savedViews\":[]}");
  }

  @Test
  void anotherVersionThanTheExpectedOneIsRefused() {
    patch("{\"theme\":\"dark\"}");
    assertThat(patch("{\"theme\":\"light\"}", "If-Match: \"0\"").status()).isEqualTo(412);
    assertThat(patch("{\"theme\":\"light\"}", "If-Match: \"1\"").status()).isEqualTo(200);
  }

  @Test
  void allFaultsOfABodyAreTold() {
    var views =
        "[{\"list\":\"X\",\"name\":\" \",\"query\":\"q=Ana\"},{\"name\":1,\"query\":\"a b\"},1]";
    var refused =
        patch(
            "{\"language\":\"xx\",\"theme\":1,\"pageSize\":201,\"columns\":[\"a b\"],\"x\":1,"
                + "\"savedViews\":"
                + views
                + "}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "#/language",
            "#/theme",
            "#/pageSize",
            "#/columns",
            "#/x",
            "#/savedViews/0/list",
            "#/savedViews/0/name",
            "#/savedViews/0/query",
            "#/savedViews/1/list",
            "#/savedViews/1/name",
            "#/savedViews/2");
  }

  @Test
  void aSearchTextIsNeverSavedHoweverItIsSpelled() {
    for (var query : new String[] {"q=Ana", "status=open&q=Ana", "%71=Ana", "cursor=x", "open=1"}) {
      var refused = patch("{\"savedViews\":[" + LATE.replace("status=placed", query) + "]}");
      assertThat(refused.status()).as(query).isEqualTo(400);
    }
  }

  @Test
  void aListHasANameOnceAndAnOperatorHasFiftyViews() {
    assertThat(patch("{\"savedViews\":" + views(50) + "}").status()).isEqualTo(200);
    assertThat(patch("{\"savedViews\":" + views(51) + "}").status()).isEqualTo(400);
    var twice = LATE + "," + LATE.replace("Late", "LATE");
    assertThat(patch("{\"savedViews\":[" + twice + "]}").status()).isEqualTo(400);
    var elsewhere = LATE + "," + LATE.replace("orders", "accounts");
    assertThat(patch("{\"savedViews\":[" + elsewhere + "]}").status()).isEqualTo(200);
  }

  @Test
  void everyOperatorHasItsOwn() {
    var bearer =
        "Authorization: Bearer "
            + SignedInOperator.of(admin, "grace@example.com", "auditor").access();
    assertThat(patch("{\"theme\":\"dark\"}", bearer).status()).isEqualTo(200);
    assertThat(admin.get(OWN, bearer).json().path("theme").asString()).isEqualTo("dark");
    assertThat(admin.get(OWN).body()).isEqualTo("{\"savedViews\":[]}");
  }

  @Test
  void anApiKeyHasNoPreferences() {
    var body = "{\"name\":\"k\",\"roles\":[\"operator\"]}";
    var key = admin.call("POST", "/v1/api-keys", body).json().path("key").asString();
    assertThat(admin.get(OWN, "Authorization: Bearer " + key).status()).isEqualTo(403);
    assertThat(patch("{}", "Authorization: Bearer " + key).status()).isEqualTo(403);
  }

  private static String views(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> LATE.replace("Late", "View " + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Answer patch(String body, String... headers) {
    return admin.call("PATCH", OWN, body, headers);
  }
}
