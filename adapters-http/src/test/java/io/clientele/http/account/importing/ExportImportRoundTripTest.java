package io.clientele.http.account.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every account that can be opened is the same after an export and an import elsewhere. */
class ExportImportRoundTripTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ACCOUNTS = 400;

  /** Formulas, quotes, separators, other scripts, and what text rules refuse or trim. */
  private static final List<String> PIECES =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "'",
          "''",
          "'=",
          "\"",
          "\"\"",
          ",",
          ";",
          "|",
          "\\",
          " ",
          "  ",
          "a",
          "Zoë",
          "e\u0301",
          "\u4e2d\u6587",
          "\u65e5\u672c",
          "\u05e9\u05dc\u05d5\u05dd",
          "\u0645\u0631\u062d",
          "\ud83d\ude00",
          "\u00a0",
          "\u3000",
          "\ufeff",
          "\u200d",
          "\u200f",
          "\u0000",
          "\t",
          "\n",
          "\r\n",
          "\u2028",
          "\uff1d",
          "{",
          "}",
          "[]",
          "#",
          "<b>",
          "&amp;",
          "\u0130",
          "\u00df",
          "null",
          "0");

  private final InMemoryServer from = new InMemoryServer();
  private final InMemoryServer to = new InMemoryServer();
  private final TestClient caller = new TestClient(from.port());
  private final Random random = new Random(3);

  @AfterEach
  void stop() {
    from.close();
    to.close();
  }

  @BeforeEach
  void openHostileAccounts() {
    for (var i = 0; i < ACCOUNTS; i++) {
      caller.call("POST", "/v1/accounts", account(i).toString(), "Content-Type: application/json");
    }
    for (var name :
        List.of("=1+1", "'=1+1", "''=1+1", "@home Ltd", "-", "+1", "'", "'tis", "5\\\" Pipe")) {
      caller.open(name);
    }
    assertThat(from.context(InMemoryAccountContext.class).size()).isGreaterThan(ACCOUNTS / 4);
  }

  @ParameterizedTest
  @CsvSource({"csv,text/csv", "ndjson,application/x-ndjson"})
  void anExportCanBeImportedUnchanged(String format, String type) throws Exception {
    var exported = body(from, "GET", "/v1/accounts/export?format=" + format, type, new byte[0]);
    var rows = new String(body(to, "POST", "/v1/accounts/import", type, exported), UTF_8);
    assertThat(rows.lines().map(row -> JSON.readTree(row).path("status").asInt()))
        .hasSize((int) from.context(InMemoryAccountContext.class).size())
        .containsOnly(201);
    assertThat(accounts(to)).isEqualTo(accounts(from));
  }

  private ObjectNode account(int number) {
    var account = JSON.createObjectNode();
    account.put("name", text(8));
    account.put(
        "email", List.of("=", "+", "-", "'", "'=", "a").get(number % 6) + number + "@example.com");
    if (number % 5 == 0) {
      account.putObject("taxId").put("country", "US").put("value", "" + (10_000 + number));
    }
    account.put("emailVerified", number % 7 == 0);
    var metadata = account.putObject("metadata");
    for (var i = random.nextInt(3); i > 0; i--) {
      metadata.put(text(4), text(9));
    }
    return account;
  }

  private String text(int pieces) {
    var text = new StringBuilder();
    for (var i = 1 + random.nextInt(pieces); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Names, e-mails, tax ids and metadata; ids and times are those of each service. */
  private static Map<String, JsonNode> accounts(InMemoryServer service) throws Exception {
    var accounts = new HashMap<String, JsonNode>();
    var export = "/v1/accounts/export?format=ndjson";
    var all = body(service, "GET", export, "application/x-ndjson", new byte[0]);
    for (var line : new String(all, UTF_8).split("\n")) {
      var account = (ObjectNode) JSON.readTree(line);
      account.remove(List.of("id", "createdAt", "updatedAt"));
      accounts.put(account.path("email").asString(), account);
    }
    return accounts;
  }

  private static byte[] body(
      InMemoryServer service, String method, String target, String type, byte[] sent)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + target))
              .method(method, BodyPublishers.ofByteArray(sent))
              .header("Content-Type", type)
              .header("Authorization", "Bearer " + InMemoryIdentity.ADMIN_BEARER)
              .build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
