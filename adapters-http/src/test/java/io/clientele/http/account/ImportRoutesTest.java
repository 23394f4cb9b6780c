package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.Caller;
import io.clientele.http.InMemoryService;
import io.clientele.http.Wire;
import io.clientele.http.identity.InMemoryAccess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportRoutesTest {
  private static final String IMPORT = "/v1/accounts/import";
  private final InMemoryService service = new InMemoryService();
  private final Caller caller = new Caller(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void goodLinesAreStoredAndBadOnesTold() {
    caller.open("Ada");
    var rows =
        rows(
            ndjson(
                """
                {"name":"Blaise Pascal","email":"blaise@example.com"}
                {"name":"","email":"nobody","x":1}

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
    assertThat(service.size()).isEqualTo(3);
  }

  @Test
  void aDryRunTellsTheSameAndStoresNothing() {
    var lines =
        "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}\n"
            + "{\"name\":\"Eve\",\"email\":\"ada@example.com\"}";
    var dry =
        rows(
            caller.call(
                "POST", IMPORT + "?dryRun=true", lines, "Content-Type: application/x-ndjson"));
    assertThat(statuses(dry)).containsExactly(201, 409);
    assertThat(service.size()).isZero();
    assertThat(statuses(rows(ndjson(lines)))).containsExactly(201, 409);
    assertThat(service.size()).isEqualTo(1);
  }

  @Test
  void anImportUnderAKeyIsDoneOnceAndAnsweredTheSame() {
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
    assertThat(service.size()).isEqualTo(1);
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
        .containsExactly(2, 3, 5, 7, 8, 9);
    assertThat(statuses(rows)).containsExactly(201, 400, 201, 400, 400, 400);
    assertThat(rows.get(3).path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/metadata", "#/taxId/country");
    assertThat(rows.get(4).at("/errors/0/pointer").asString()).isEqualTo("#/metadata");
    var ada = caller.get("/v1/accounts/" + rows.get(0).path("id").asString()).json();
    assertThat(ada.path("name").asString()).isEqualTo("Lovelace, Ada");
    assertThat(ada.at("/metadata/segment").asString()).isEqualTo("retail");
    assertThat(ada.has("taxId")).isFalse();
  }

  @Test
  void aHeaderThatIsWrongOrATableThatIsNoneIs400() {
    for (var table : List.of("", "name\n", "name,email,phone\n", "name,email,name\n")) {
      assertThat(csv(table).status()).as(table).isEqualTo(400);
    }
    assertThat(csv("name,mail,name\n").json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("#/mail", "#/name", "#/email");
  }

  @Test
  void tenThousandLinesAreTakenAndNotOneMore() {
    var lines =
        IntStream.range(0, 10_000)
            .mapToObj("{\"name\":\"Ada\",\"email\":\"ada%d@example.com\"}\n"::formatted)
            .collect(Collectors.joining());
    assertThat(ndjson(lines + "{}\n").status()).isEqualTo(413);
    assertThat(service.size()).isZero();
    assertThat(statuses(rows(ndjson(lines)))).hasSize(10_000).containsOnly(201);
  }

  @Test
  void largeBodiesOtherTypesAndOtherFlagsAreRefused() throws IOException {
    // Nothing of it is read.
    assertThat(
            Wire.exchange(
                    service.port(),
                    "POST %s HTTP/1.1\r\nHost: clientele\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 8388609\r\n\r\n"
                        .formatted(IMPORT, InMemoryAccess.ADMIN_BEARER))
                .status())
        .isEqualTo(413);
    assertThat(caller.call("POST", IMPORT, "{}", "Content-Type: application/json").status())
        .isEqualTo(415);
    var maybe = caller.call("POST", IMPORT + "?dryRun=maybe", "", "Content-Type: text/csv");
    assertThat(maybe.status()).isEqualTo(400);
    var long64 = "{\"name\":\"" + "a".repeat(66_000) + "\",\"email\":\"a@example.com\"}";
    assertThat(statuses(rows(ndjson(long64)))).containsExactly(400);
  }

  private Wire.Answer ndjson(String lines) {
    return caller.call("POST", IMPORT, lines, "Content-Type: application/x-ndjson");
  }

  private Wire.Answer csv(String table) {
    return caller.call("POST", IMPORT, table, "Content-Type: text/csv; charset=utf-8");
  }

  private static List<Integer> statuses(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("status").asInt()).toList();
  }

  private static List<JsonNode> rows(Wire.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    return answer.body().lines().map(new JsonMapper()::readTree).toList();
  }
}
