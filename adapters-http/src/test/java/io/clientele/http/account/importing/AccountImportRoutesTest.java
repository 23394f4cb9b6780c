package io.clientele.http.account.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountImportRoutesTest {
  private static final String IMPORT = "/v1/accounts/import";
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void goodLinesAreStoredAndBadOnesReported() {
    caller.open("Ada");
    var rows =
        rows(
            ndjson(
                """
                {"name":"Blaise Pascal","email":"blaise@example.com"}
                {"name":"","email":"no-at","x":1}

                not JSON
                {"name":"Ada's twin","email":"CLIENT0@example.com"}
                {"name":"Blaise again","email":"blaise@example.com"}
                {"name":"Chloé","email":"chloe@example.com","taxId":{"country":"BR","value":"529.982.247-25"}}
                {"name":"Her twin","email":"twin@example.com","taxId":{"country":"BR","value":"52998224725"}}
                """));
    assertThat(rows.stream().map(row -> row.path("line").asInt()))
        .containsExactly(1, 2, 4, 5, 6, 7, 8);
    assertThat(statuses(rows)).containsExactly(201, 400, 400, 409, 409, 201, 409);
    assertThat(rows.get(1).path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/name", "#/email", "#/x");
    assertThat(rows.get(2).at("/errors/0/pointer").asString()).isEqualTo("#");
    assertThat(rows.get(3).at("/errors/0/pointer").asString()).isEqualTo("#/email");
    assertThat(rows.get(6).at("/errors/0/pointer").asString()).isEqualTo("#/taxId");
    var stored = caller.get("/v1/accounts/" + rows.get(5).path("id").asString()).json();
    assertThat(stored.path("name").asString()).isEqualTo("Chloé");
    assertThat(stored.at("/taxId/value").asString()).isEqualTo("52998224725");
    assertThat(service.context(InMemoryAccountContext.class).size()).isEqualTo(3);
  }

  @Test
  void aDryRunReportsTheSameResultsAndStoresNothing() {
    var lines =
        "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}\n"
            + "{\"name\":\"Eve\",\"email\":\"ada@example.com\"}";
    var dry =
        rows(
            caller.call(
                "POST", IMPORT + "?dryRun=true", lines, "Content-Type: application/x-ndjson"));
    assertThat(statuses(dry)).containsExactly(201, 409);
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
    assertThat(statuses(rows(ndjson(lines)))).containsExactly(201, 409);
    assertThat(service.context(InMemoryAccountContext.class).size()).isEqualTo(1);
  }

  @Test
  void anImportWithAKeyIsExecutedOnce() {
    String[] headers = {"Content-Type: text/csv", "Idempotency-Key: clients-1"};
    var table = "name,email\nAda,ada@example.com\nEve,\n";
    var dry = caller.call("POST", IMPORT + "?dryRun=true", table, headers);
    var first = caller.call("POST", IMPORT, table, headers);
    var again = caller.call("POST", IMPORT, table, headers);
    assertThat(statuses(rows(dry))).containsExactly(201, 400);
    assertThat(statuses(rows(first))).containsExactly(201, 400);
    assertThat(first.header("Idempotent-Replayed")).isNull();
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(caller.call("POST", IMPORT, table + "Bob,b@example.com\n", headers).status())
        .isEqualTo(422);
    assertThat(service.context(InMemoryAccountContext.class).size()).isEqualTo(1);
  }

  @Test
  void aTableColumnVerifiesAnAddress() {
    var rows =
        rows(
            csv(
                "name,email,emailVerified\nAda,ada@example.com,true\nEve,eve@example.com,\n"
                    + "Grace,grace@example.com,FALSE\nKay,kay@example.com,yes\n"));
    assertThat(statuses(rows)).containsExactly(201, 201, 201, 400);
    assertThat(rows.get(3).at("/errors/0/pointer").asString()).isEqualTo("#/emailVerified");
    var verified =
        rows.stream()
            .limit(3)
            .map(row -> caller.get("/v1/accounts/" + row.path("id").asString()).json())
            .map(account -> account.path("emailVerified").asBoolean());
    assertThat(verified).containsExactly(true, false, false);
  }

  @Test
  void columnsComeInAnyOrderAfterAByteOrderMark() {
    var rows =
        rows(
            csv(
                "\ufeffemail,metadata,name,taxIdValue,taxIdCountry\r\n"
                    + "ada@example.com,\"{\"\"segment\"\":\"\"retail\"\"}\",\"Lovelace, Ada\",,\r\n"
                    + "blaise@example.com,,\"Blaise\nPascal\",52998224725,BR\r\n"
                    + "grace@example.com,,Grace,52998224725,BR\r\n"
                    + "\r\n"
                    + "eve@example.com,[],Eve,1,\r\n"
                    + "eve@example.com,{,Eve,,\r\n"
                    + "eve@example.com\r\n"));
    assertThat(rows.stream().map(row -> row.path("line").asInt()))
        .containsExactly(2, 3, 4, 5, 7, 8, 9);
    assertThat(statuses(rows)).containsExactly(201, 400, 400, 201, 400, 400, 400);
    assertThat(rows.get(2).at("/errors/0/detail").asString())
        .isEqualTo("belongs to the record of line 3, which has errors");
    assertThat(rows.get(4).path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/metadata", "#/taxId/country");
    assertThat(rows.get(5).at("/errors/0/pointer").asString()).isEqualTo("#/metadata");
    var ada = caller.get("/v1/accounts/" + rows.get(0).path("id").asString()).json();
    assertThat(ada.path("name").asString()).isEqualTo("Lovelace, Ada");
    assertThat(ada.at("/metadata/segment").asString()).isEqualTo("retail");
    assertThat(ada.has("taxId")).isFalse();
  }

  @Test
  void aWrongHeaderOrTableIs400() {
    for (var table : List.of("", "name\n", "name,email,phone\n", "name,email,name\n")) {
      assertThat(csv(table).status()).as(table).isEqualTo(400);
    }
    assertThat(csv("name,mail,name\n").json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/mail", "#/name", "#/email");
  }

  @Test
  void tenThousandLinesAreAcceptedAndNoMore() {
    var lines =
        IntStream.range(0, 10_000)
            .mapToObj("{\"name\":\"Ada\",\"email\":\"ada%d@example.com\"}\n"::formatted)
            .collect(Collectors.joining());
    assertThat(ndjson(lines + "{}\n").status()).isEqualTo(413);
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
    assertThat(statuses(rows(ndjson(lines)))).hasSize(10_000).containsOnly(201);
    assertThat(csv("name,email\n\"" + "a\n".repeat(4_000_000)).status()).isEqualTo(413);
    assertThat(statuses(rows(csv("name,email\n\"" + "a\n".repeat(10_000)))))
        .hasSize(10_000)
        .containsOnly(400);
  }

  @Test
  void largeBodiesOtherTypesAndOtherFlagsAreRefused() throws IOException {
    // Nothing of it is read.
    assertThat(
            RawSocketClient.exchange(
                    service.port(),
                    "POST %s HTTP/1.1\r\nHost: clientele\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 8388609\r\n\r\n"
                        .formatted(IMPORT, InMemoryIdentity.ADMIN_BEARER))
                .status())
        .isEqualTo(413);
    // The client sends all of it before it reads.
    assertThat(csv("name,email\n" + "x".repeat(9 << 20)).status()).isEqualTo(413);
    assertThat(caller.call("POST", IMPORT, "{}", "Content-Type: application/json").status())
        .isEqualTo(415);
    var maybe = caller.call("POST", IMPORT + "?dryRun=maybe", "", "Content-Type: text/csv");
    assertThat(maybe.status()).isEqualTo(400);
    var long64 = "{\"name\":\"" + "a".repeat(66_000) + "\",\"email\":\"a@example.com\"}";
    assertThat(statuses(rows(ndjson(long64)))).containsExactly(400);
  }

  @Test
  void everyLineInsideAnUnclosedQuoteIsAnError() {
    var rows = rows(csv("name,email\nZoe,z@example.com\n\"Ada,a@example.com\nBob,b@example.com\n"));
    assertThat(numbers(rows)).containsExactly(2, 3, 4);
    assertThat(statuses(rows)).containsExactly(201, 400, 400);
    assertThat(rows.get(2).at("/errors/0/detail").asString())
        .isEqualTo("must close the quote of line 3");
  }

  @Test
  void textAfterAQuoteIsAnErrorOfOnlyItsLine() {
    var rows =
        rows(
            csv(
                "name,email\n\"Ada\" Lovelace,a@example.com\n\"Eve,e@example.com\n"
                    + "\"Bob\",b@example.com\n5\" Pipe Ltd,p@example.com\n"));
    assertThat(numbers(rows)).containsExactly(2, 3, 4, 5);
    assertThat(statuses(rows)).containsExactly(400, 400, 400, 201);
  }

  @Test
  void aSpreadsheetTableIsAccepted() {
    var semicolons = "\ufeffname;email;metadata\r;;\rLovelace, Ada;a@example.com;\r";
    var rows = rows(csv(semicolons));
    assertThat(numbers(rows)).containsExactly(3);
    assertThat(statuses(rows)).containsExactly(201);
    assertThat(statuses(rows(csv(" name , email \n'@home,b@example.com\n")))).containsExactly(201);
    assertThat(caller.get("/v1/accounts?sort=name").json().path("data").findValuesAsString("name"))
        .containsExactly("@home", "Lovelace, Ada");
  }

  @Test
  void exportOnlyColumnsAreIgnored() {
    var table = "id,name,email,status,createdAt,updatedAt\n1,Ada,a@example.com,closed,yesterday,\n";
    assertThat(statuses(rows(csv(table)))).containsExactly(201);
    var line = "{\"id\":1,\"name\":\"Eve\",\"email\":\"e@example.com\",\"status\":\"closed\"}";
    assertThat(statuses(rows(ndjson(line)))).containsExactly(201);
    assertThat(caller.call("POST", "/v1/accounts", line, "Content-Type: application/json").status())
        .isEqualTo(400);
    assertThat(csv("id,name,email,id\n").status()).isEqualTo(400);
    var blank = "name,email,taxIdCountry,taxIdValue,metadata\nBob,b@example.com, ,\u00a0,  \n";
    assertThat(statuses(rows(csv(blank)))).containsExactly(201);
  }

  @Test
  void aBadLineDoesNotFailOthers() {
    var bad =
        List.of(
            "{\"name\":1e2147483648,\"email\":\"x@example.com\"}",
            "{\"name\":-1e-99999999999}",
            "{\"id\":0e2147483648,\"name\":\"\",\"email\":\"x@example.com\"}",
            "{\"name\":" + "9".repeat(60_000) + "}",
            "{\"name\":\"\\u0000\",\"email\":\"x@example.com\"}",
            "{\"name\":\"a\u0000b\",\"email\":\"x@example.com\"}",
            "{\"name\":\"\\ud800\",\"email\":\"x@example.com\"}",
            "[".repeat(30_000),
            "{\"a\":".repeat(10_000),
            "{\"name\":\"" + "a".repeat(70_000) + "\"}",
            "[]",
            "null",
            "7",
            "\"",
            "{} {}",
            "\ufeff{}");
    var lines = new StringBuilder("{\"name\":\"First\",\"email\":\"first@example.com\"}\r\n \t\n");
    bad.forEach(line -> lines.append(line).append('\n'));
    lines.append("{\"name\":\"Last\",\"email\":\"last@example.com\"}");
    var statuses = statuses(rows(ndjson(lines.toString())));
    assertThat(statuses).hasSize(bad.size() + 2).startsWith(201).endsWith(201);
    assertThat(statuses.subList(1, bad.size() + 1)).containsOnly(400);
  }

  @Test
  void theErrorsOfAllRowsAreBounded() {
    var members =
        IntStream.range(0, 90).mapToObj("\"m%d\":0"::formatted).collect(Collectors.joining(","));
    var answer = ndjson(("{" + members + "}\n").repeat(9_000));
    var rows = rows(answer);
    assertThat(statuses(rows)).hasSize(9_000).containsOnly(400);
    assertThat(rows.getFirst().path("errors").size()).isGreaterThan(90);
    assertThat(rows.getLast().path("errors").size()).isEqualTo(1);
    assertThat(answer.body().length()).isLessThan(2 * 1024 * 1024);
  }

  private static List<Integer> numbers(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("line").asInt()).toList();
  }

  private RawSocketClient.Answer ndjson(String lines) {
    return caller.call("POST", IMPORT, lines, "Content-Type: application/x-ndjson");
  }

  private RawSocketClient.Answer csv(String table) {
    return caller.call("POST", IMPORT, table, "Content-Type: text/csv; charset=utf-8");
  }

  private static List<Integer> statuses(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("status").asInt()).toList();
  }

  private static List<JsonNode> rows(RawSocketClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    return answer.body().lines().map(new JsonMapper()::readTree).toList();
  }
}
