package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inputs that were reported as faults, and others of their kinds, with the right answer. The names
 * of the tests begin with the number of the kind; cases/accounts.ndjson holds those of names and
 * identifiers.
 */
class ReportedInputsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String IMPORT = "/v1/accounts/import";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  static List<JsonNode> accounts() throws IOException {
    try (var file =
        Objects.requireNonNull(
            ReportedInputsTest.class.getResourceAsStream("/cases/accounts.ndjson"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JSON::readTree)
          .toList();
    }
  }

  @Test
  void k07k08k09NamesAndIdentifiersAreJudgedAlikeOneByOneAndInImports() throws IOException {
    for (var each : accounts()) {
      var expected = each.path("status").asInt();
      var body = each.path("body").toString();
      assertThat(dryRun(body)).as(each.toString()).isEqualTo(expected);
      var answer = caller.call("POST", "/v1/accounts", body);
      assertThat(answer.status()).as(each.toString()).isEqualTo(expected);
      if (each.has("stored")) {
        assertThat(
                List.of(
                    answer.json().path("name").asString(),
                    answer.json().at("/taxId/value").asString("")))
            .contains(each.path("stored").asString());
      }
      if (expected == 201) {
        caller.call("DELETE", "/v1/accounts/" + answer.json().path("id").asString(), "");
      }
    }
  }

  @Test
  void k07NamesOfOperatorsAndKeysNeedAVisibleCharacter() throws IOException {
    for (var each : accounts()) {
      if (each.path("kind").asString().equals("K07")) {
        var name = each.at("/body/name").toString();
        var operator =
            "{\"name\":%s,\"email\":\"o%d@example.com\",\"roles\":[\"auditor\"],\"password\":\"twelve or more\"}"
                .formatted(name, each.hashCode());
        var key = "{\"name\":%s,\"roles\":[\"auditor\"]}".formatted(name);
        var expected = each.path("status").asInt();
        assertThat(caller.call("POST", "/v1/operators", operator).status()).isEqualTo(expected);
        assertThat(caller.call("POST", "/v1/api-keys", key).status()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "i@b\u00fccher.example, i@xn--bcher-kva.example",
    "i@xn--bcher-kva.example, I@B\u00dcCHER.EXAMPLE",
    "i@b\u00fccher.example, i@bu\u0308cher.example",
    "i@b\u00fccher.example, i@XN--BCHER-KVA.example",
    "i@b\u00fccher.example, i@b\u00fccher\u3002example",
    "i@b\u00fccher.example, i@\uff42\u00fccher\uff0eexample",
    "i@xn--fa-hia.example, i@fa\u00df.example",
    "i@xn--4db.example, i@\u05d0.example",
    "i@kelvin.example, i@\u212aelvin.example",
    "k@example.com, \u212a@example.com",
    "\u00e9@example.com, E\u0301@example.com",
    "\u03c3@example.com, \u03c2@example.com",
    "\u03c3@example.com, \u03a3@example.com",
    "\u00df@example.com, \u1e9e@example.com",
    "a@example.com, '\u200bA@EXAMPLE.com\u00a0'"
  })
  void k08TwoSpellingsOfAMailboxAreOne(String first, String second) {
    assertThat(caller.call("POST", "/v1/accounts", account("Ada", first)).status()).isEqualTo(201);
    assertThat(caller.call("POST", "/v1/accounts", account("Eve", second)).status()).isEqualTo(409);
    assertThat(dryRun(account("Eve", second))).isEqualTo(409);
    var found =
        caller.get("/v1/accounts?email=" + URLEncoder.encode(second, StandardCharsets.UTF_8));
    assertThat(found.json().path("data").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Ada,u1@example.com\nBob,u2@example.com\nEve,u3@example.com\n",
        "\"Ada,u1@example.com\nBob,u2@example.com\n\"Eve,u3@example.com\n",
        "\"Ada,u1@example.com\nBob,u2@example.com\"\nEve,\"u3@example.com",
        "\"Ada,u1@example.com\nBob\",u2@example.com\nEve,\"u3@example.com\n",
        "Ada,\"u1@example.com\nBob,\"u2@example.com\nEve,x",
        "\"Ada\" Lovelace,u1@example.com\n\"B\"ob,u2@example.com\n\"E\"\"v\"e,u3@example.com\n",
        "\"Ada,u1@example.com\r\nBob,u2@example.com\r\nEve,u3@example.com",
        "\"Ada,u1@example.com\rBob,u2@example.com\rEve,u3@example.com\r",
        "Ada\nBob,u2,3\n,\"u3@example.com\n",
        "\"a\nb\nc\",x@example.com"
      })
  void k04EveryLineOfAFileHasARow(String rows) {
    var answer = caller.call("POST", IMPORT, "name,email\n" + rows, "Content-Type: text/csv");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var outcomes = answer.body().lines().map(JSON::readTree).toList();
    var lines = (int) rows.lines().count();
    assertThat(outcomes.stream().map(row -> row.path("line").asInt()))
        .containsExactlyElementsOf(IntStream.range(2, 2 + lines).boxed().toList());
    assertThat(outcomes.stream().map(row -> row.path("status").asInt())).containsOnly(400);
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
  }

  @Test
  void k04AQuoteInsideAFieldIsText() {
    var rows = "5\" Pipe Ltd,i0@example.com\r6\"\" x,i1@example.com\ra\"b\",i2@example.com";
    var answer = caller.call("POST", IMPORT, "name,email\r" + rows, "Content-Type: text/csv");
    assertThat(answer.body().lines().filter(row -> row.contains("\"status\":201"))).hasSize(3);
  }

  @Test
  void k02OneLineFailsNoOther() {
    var lines =
        "{\"name\":\"Good\",\"email\":\"good-line@example.com\"}\n"
            + "{\"name\":1e2147483648,\"email\":\"bad-line@example.com\"}\n"
            + "{\"name\":\"x\",\"email\":-0.0e-2147483649}\n"
            + "{\"name\":\"x\",\"email\":\"e@example.com\",\"emailVerified\":1E+99999999999}\n"
            + "{\"name\":\"x\",\"email\":\"f@example.com\",\"metadata\":{\"a\":1e2147483648}}\n"
            + "{\"name\":\"x\",\"email\":\"g@example.com\",\"taxId\":{\"country\":1e2147483648}}\n";
    var answer = caller.call("POST", IMPORT, lines, "Content-Type: application/x-ndjson");
    assertThat(answer.body().lines().map(row -> JSON.readTree(row).path("status").asInt()))
        .containsExactly(201, 400, 400, 400, 400, 400);
  }

  private int dryRun(String line) {
    var answer =
        caller.call("POST", IMPORT + "?dryRun=true", line, "Content-Type: application/x-ndjson");
    return JSON.readTree(answer.body()).path("status").asInt();
  }

  private static String account(String name, String email) {
    return JSON.createObjectNode().put("name", name).put("email", email).toString();
  }
}
