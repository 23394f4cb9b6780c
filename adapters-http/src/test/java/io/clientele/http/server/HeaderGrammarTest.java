package io.clientele.http.server;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.views.CountViewPreference;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, quoted strings, single values and codings in headers, as RFC 9110 and 9112 write them. */
class HeaderGrammarTest {
  private static InMemoryServer service;
  private static TestClient caller;
  private static String account;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
    account = "/v1/accounts/" + caller.open("Ada");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "1",            | 200
          ,"1"            | 200
          , ,"1",, "9",   | 200
          "9", ,W/"1"     | 200
          "9",            | 412
          ,               | 400
          "1" "2"         | 400
          "1",*           | 400
          """)
  void emptyElementsOfIfMatchAreIgnored(String tags, int status) {
    var body = "{\"name\":\"Ada\"}";
    assertThat(caller.call("PATCH", account, body, "If-Match: " + tags).status())
        .isEqualTo(status == 412 ? 200 : status); // it changes nothing
    var suspended = caller.call("POST", account + "/suspension", "", "If-Match: \"99\",");
    assertThat(suspended.status()).isEqualTo(412);
  }

  @Test
  void repeatedListHeadersAreMerged() {
    var body = "{\"name\":\"Ada\"}";
    var joined = caller.call("PATCH", account, body, "If-Match: \"9\"", "If-Match: \"1\"");
    assertThat(joined.status()).isEqualTo(200);
    var known =
        caller.get(
            account, "If-None-Match: \"9\",", "If-None-Match: , \"1\"", "Prefer: ,count-view=no,");
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("Preference-Applied")).isEqualTo("count-view=no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          count-view=no                      | true
          , ,count-view=no,                  | true
          COUNT-VIEW = "no"                  | true
          count-view=no; x="a,b"             | true
          x="y;z", count-view=no             | true
          x="\\"", count-view=no             | true
          x="y, count-view=no"               | false
          x="y\\", count-view=no"            | false
          x="y, count-view=no                | false
          count-view="no, x                  | false
          count-view=yes, count-view=no      | false
          x; count-view=no                   | false
          """)
  void aQuotedStringOfPreferIsOneToken(String wishes, boolean isHeard) {
    assertThat(CountViewPreference.countsNoView(wishes)).isEqualTo(isHeard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ,application/json,                              | 200
          text/html;x="a,application/json"                | 406
          application/json;x="a;q=0"                      | 200
          application/json;q=0.000                        | 406
          */*;q=0.1, application/json;q=0                 | 406
          application/json;q=0, */*;q=1                   | 406
          application/*;q=0.001                           | 200
          text/html, application/xhtml+xml, */*;q=0.8     | 200
          ,                                               | 200
          """)
  void acceptIsAListWithWeights(String accept, int status) {
    assertThat(caller.get(account, "Accept: " + accept, "Prefer: count-view=no").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf8",
        "application/json;charset=\"UTF8\"",
        "application/json; Charset=\"utf-8\"; x=\"a;charset=latin1\"",
        "application/json;",
        "application/json; ;charset=utf-8"
      })
  void utf8HasAnAlias(String type) {
    assertThat(caller.call("POST", "/v1/accounts", "{}", "Content-Type: " + type).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-16",
        "application/json; charset=\"latin1\"",
        "application/json; charset=utf-8; charset=latin1",
        "application/json; charset=no-such-charset",
        "application/json; charset=\"not a name\"",
        "application/json; charset=",
        "application/json, text/plain",
        ";charset=utf-8"
      })
  void anotherCharsetOrTypeIs415(String type) {
    assertThat(caller.call("POST", "/v1/accounts", "{}", "Content-Type: " + type).status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer other, Authorization",
    "Content-Type: application/json, Content-Type",
    "Origin: https://b.example.com, Origin"
  })
  void aSingleValueHeaderOccursOnce(String header, String name) throws IOException {
    var twice =
        request(
            "POST",
            "/v1/accounts",
            "{}",
            RawSocketClient.ADMIN,
            "Content-Type: application/json",
            "Origin: https://a.example.com",
            header);
    var answer = RawSocketClient.exchange(service.port(), twice);
    isProblem(answer, 400);
    assertThat(answer.json().path("errors").path(0).path("header").asString()).isEqualTo(name);
  }

  @Test
  void twoIdempotencyKeysAreRefusedOnIdempotentRoutes() {
    var twice =
        caller.call("POST", "/v1/accounts", "{}", "Idempotency-Key: a", "Idempotency-Key: a");
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.json().path("errors").path(0).path("header").asString())
        .isEqualTo("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, chunked', 501",
    "'chunked, ', 501",
    "'identity, chunked', 501",
    "'x;a=\"b\", chunked', 501"
  })
  void onlyChunkedTransferCodingIsAccepted(String coding, int status) throws IOException {
    var bytes =
        request("POST", "/v1/accounts", "", "Transfer-Encoding: " + coding)
            + "2\r\n{}\r\n0\r\n\r\n";
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(bytes);
      var answer = wire.read();
      isProblem(answer);
      assertThat(answer.status()).isIn(400, status);
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void anOldVersionHasNoTransferCoding() throws IOException {
    var bytes =
        request("POST", "/v1/accounts", "", "Transfer-Encoding: chunked").replace("1.1", "1.0")
            + "2\r\n{}\r\n0\r\n\r\n";
    isProblem(RawSocketClient.exchange(service.port(), bytes), 400);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /suspension",
    "DELETE, /suspension",
    "DELETE, ''",
    "GET, ''",
    "POST, /erasure"
  })
  void aLargeBodyOfARouteWithoutABodyIs413(String method, String rest) throws IOException {
    var body = "x".repeat(70_000);
    isProblem(
        RawSocketClient.exchange(
            service.port(), request(method, account + rest, body, "Content-Type: a/b")),
        413);
    var chunked =
        request(method, account + rest, "", "Transfer-Encoding: chunked")
            + "11170\r\n"
            + body
            + "\r\n0\r\n\r\n";
    isProblem(RawSocketClient.exchange(service.port(), chunked), 413);
    assertThat(caller.get(account, "Prefer: count-view=no").json().path("status").asString())
        .isEqualTo("active");
  }

  @Test
  void anAbsentAccountPrecedesALargeBody() {
    var absent = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057/suspension";
    assertThat(caller.call("POST", absent, "x".repeat(70_000)).status()).isEqualTo(404);
    assertThat(caller.call("POST", "/v1/accounts/x/suspension", "x".repeat(70_000)).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=5&, 200",
    "&&limit=5, 200",
    "&, 200",
    "'', 200",
    "limit=5&&limit=5, 400",
    "=5, 400"
  })
  void emptyPartsOfAQueryAreIgnored(String query, int status) {
    assertThat(caller.get("/v1/accounts?" + query).status()).isEqualTo(status);
  }
}
