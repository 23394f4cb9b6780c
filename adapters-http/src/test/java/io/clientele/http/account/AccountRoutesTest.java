package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryViewsContext;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRoutesTest {
  private static final String TAXED =
      """
      {"name":" Ada ","email":"ADA@Example.com","taxId":{"country":"BR","value":"529.982.247-25"},
      "metadata":{"segment":"retail","tier":"gold"}}\
      """;
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anOpenedAccountHasItsLocationAndETag() {
    var opened = caller.call("POST", "/v1/accounts", TAXED);
    var id = opened.json().path("id").asString();
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.header("Location")).isEqualTo("/v1/accounts/" + id);
    assertThat(opened.header("ETag")).isEqualTo("\"1\"");
    assertThat(opened.body())
        .isEqualTo(
            """
            {"id":"%s","name":"Ada","email":"ada@example.com","emailVerified":false,\
            "taxId":{"country":"BR","value":"52998224725"},"status":"active",\
            "metadata":{"segment":"retail","tier":"gold"},\
            "createdAt":"2026-11-20T12:00:00.000002Z","updatedAt":"2026-11-20T12:00:00.000002Z"}\
            """
                .formatted(id));
    assertThat(caller.get("/v1/accounts/" + id).body()).isEqualTo(opened.body());
  }

  @Test
  void aConflictIs409() {
    assertThat(caller.call("POST", "/v1/accounts", TAXED).status()).isEqualTo(201);
    isProblem(caller.call("POST", "/v1/accounts", TAXED), 409, "email-taken");
    var other = TAXED.replace("ADA@", "eve@");
    isProblem(caller.call("POST", "/v1/accounts", other), 409, "tax-id-taken");
    var untaxed =
        "{\"name\":\"Eve\",\"email\":\"eve@example.com\",\"taxId\":null,\"metadata\":null}";
    assertThat(caller.call("POST", "/v1/accounts", untaxed).status()).isEqualTo(201);
  }

  @Test
  void onlyA200OfAGetCountsAView() {
    var id = caller.open("Ada");
    var path = "/v1/accounts/" + id;
    assertThat(caller.get(path).status()).isEqualTo(200);
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isEqualTo(1);
    caller.call("HEAD", path, "");
    caller.get(path, "If-None-Match: W/\"1\"");
    caller.get(path, "Accept: text/html");
    caller.get(path + "?x=1");
    caller.get("/v1/accounts");
    caller.get("/v1/accounts?include=views");
    caller.get(path + "/views");
    var uncounted = caller.get(path, "Prefer: respond-async, Count-View=\"no\"; a=b");
    assertThat(uncounted.header("Preference-Applied")).isEqualTo("count-view=no");
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isEqualTo(1);
    assertThat(caller.get(path, "Prefer: count-view=yes").header("Preference-Applied")).isNull();
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isEqualTo(2);
    caller.call("DELETE", path, "");
    assertThat(caller.get(path).json().path("status").asString()).isEqualTo("closed");
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isEqualTo(2);
  }

  @Test
  void anUnknownAccountIsNotCounted() {
    var absent = "01890a5d-ac96-774b-bcce-b302099a8057";
    isProblem(caller.get("/v1/accounts/" + absent), 404, "no-such-account");
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(AccountId.parse(absent)))
        .isZero();
    assertThat(service.context(InMemoryViewsContext.class).views().figures().counted()).isZero();
  }

  @Test
  void anIdHasOneSpelling() {
    var id = caller.open("Ada");
    isProblem(caller.get("/v1/accounts/%30" + id.toString().substring(1)), 400, "invalid-request");
    isProblem(
        caller.get("/v1/accounts/" + id.toString().toUpperCase(Locale.ROOT)),
        400,
        "invalid-request");
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isZero();
  }

  @Test
  void headHasTheHeadersOfGetWithoutABody() {
    var path = "/v1/accounts/" + caller.open("Ada");
    var got = caller.get(path);
    var head = caller.call("HEAD", path, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
    assertThat(head.header("Content-Length")).isEqualTo(got.header("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "1"            | 304
          W/"1"          | 304
          "0", "1"       | 304
          "0" ,W/"1"     | 304
          *              | 304
          "2"            | 200
          ""             | 200
          "a,b"          | 200
          1              | 400
          "1             | 400
          w/"1"          | 400
          "0" "1"        | 400
          "1",           | 304
          , "0",,"1"     | 304
          ,              | 400
          *, "1"         | 400
          """)
  void ifNoneMatchComparesOpaqueTags(String tags, int status) {
    var answer = caller.get("/v1/accounts/" + caller.open("Ada"), "If-None-Match: " + tags);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("ETag")).isEqualTo(status == 400 ? null : "\"1\"");
    if (status == 400) {
      assertThat(answer.json().at("/errors/0/header").asString()).isEqualTo("If-None-Match");
    }
  }

  @Test
  void anAccountWithViewsHasNoETag() {
    var id = caller.open("Ada");
    var answer = caller.get("/v1/accounts/" + id + "?include=views", "If-None-Match: \"1\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isNull();
    assertThat(answer.json().at("/views/total").asLong()).isEqualTo(1);
    assertThat(answer.json().at("/views/pending").asLong()).isEqualTo(1);
  }

  @Test
  void ifMatchGuardsAChangeButNotARepetition() {
    var path = "/v1/accounts/" + caller.open("Ada");
    var name = "{\"name\":\"Eve\"}";
    isProblem(caller.call("PATCH", path, name, "If-Match: \"7\""), 412, "version-mismatch");
    isProblem(caller.call("PATCH", path, name, "If-Match: 7"), 400, "invalid-request");
    assertThat(caller.call("PATCH", path, name, "If-Match: W/\"1\"").status()).isEqualTo(200);
    assertThat(caller.call("PATCH", path, name, "If-Match: \"1\"").status()).isEqualTo(200);
    var suspension = path + "/suspension";
    isProblem(caller.call("POST", suspension, "", "If-Match: \"1\""), 412, "version-mismatch");
    var suspended = caller.call("POST", suspension, "", "If-Match: \"1\", \"2\"");
    assertThat(suspended.json().path("status").asString()).isEqualTo("suspended");
    assertThat(caller.call("POST", suspension, "", "If-Match: \"1\"").header("ETag"))
        .isEqualTo("\"3\"");
    isProblem(caller.call("DELETE", path, "", "If-Match: \"1\""), 412, "version-mismatch");
    assertThat(caller.call("DELETE", suspension, "", "If-Match: *").header("ETag"))
        .isEqualTo("\"4\"");
    assertThat(caller.call("DELETE", path, "").status()).isEqualTo(204);
    assertThat(caller.call("DELETE", path, "", "If-Match: \"1\"").status()).isEqualTo(204);
    assertThat(caller.get(path).header("ETag")).isEqualTo("\"5\"");
  }

  @Test
  void aClosedAccountCannotChangeAndReleasesItsEmail() {
    var path = caller.call("POST", "/v1/accounts", TAXED).header("Location");
    assertThat(caller.call("DELETE", path, "").body()).isEmpty();
    isProblem(caller.call("PATCH", path, "{\"name\":\"Eve\"}"), 409, "account-closed");
    isProblem(caller.call("POST", path + "/suspension", ""), 409, "account-closed");
    isProblem(caller.call("DELETE", path + "/suspension", ""), 409, "account-closed");
    assertThat(caller.call("POST", "/v1/accounts", TAXED).status()).isEqualTo(201);
  }

  @Test
  void faultsAreReportedInTheDocumentedOrder() {
    var path = "/v1/accounts/" + caller.open("Ada");
    var absent = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";
    var html = "Accept: text/html";
    var text = "Content-Type: text/plain";
    var old = "If-Match: \"9\"";
    var large = "{\"x\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(caller.call("PATCH", "/v2/accounts", "{", html).status()).isEqualTo(404);
    assertThat(caller.call("PUT", "/v1/accounts/x?y", "{", html).status()).isEqualTo(405);
    assertThat(caller.call("PATCH", "/v1/accounts/x?y", "{", html).status()).isEqualTo(406);
    var both = caller.call("PATCH", "/v1/accounts/x?y", "{", text, "If-Match: 7");
    assertThat(both.json().path("errors"))
        .hasToString(
            "[{\"parameter\":\"id\",\"detail\":\"must be a UUID of version 7 in lower case\"},"
                + "{\"parameter\":\"y\",\"detail\":\"is not a known name\"},"
                + "{\"header\":\"If-Match\",\"detail\":\"must be * or a list of entity tags such as"
                + " \\\"7\\\"\"}]");
    assertThat(caller.call("PATCH", absent, large, text, old).status()).isEqualTo(404);
    assertThat(caller.call("PATCH", path, large, text, old).status()).isEqualTo(415);
    assertThat(caller.call("PATCH", path, large, old).status()).isEqualTo(413);
    caller.call("DELETE", path, "");
    assertThat(caller.call("PATCH", path, "{\"name\":\"\"}", old).status()).isEqualTo(400);
    isProblem(caller.call("PATCH", path, "{\"name\":\"Eve\"}", old), 409, "account-closed");
    var open = "/v1/accounts/" + caller.open("Eve");
    var taken = "{\"email\":\"client2@example.com\"}";
    caller.open("Mallory");
    isProblem(caller.call("PATCH", open, taken, old), 412, "version-mismatch");
    isProblem(caller.call("PATCH", open, taken), 409, "email-taken");
  }

  @Test
  void withoutTheDatabaseTheResponseIs503() {
    var id = caller.open("Ada");
    service.startOutage();
    var answer = caller.get("/v1/accounts/" + id);
    isProblem(answer, 503, "unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    service.endOutage();
    assertThat(caller.get("/v1/accounts/" + id).status()).isEqualTo(200);
  }

  private static void isProblem(RawSocketClient.Answer answer, int status, String type) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/" + type);
  }
}
