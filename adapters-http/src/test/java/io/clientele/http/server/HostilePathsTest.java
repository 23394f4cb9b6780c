package io.clientele.http.server;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.CapturedLogs;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths spelled so that someone on the way might read them otherwise. */
class HostilePathsTest {
  private static InMemoryServer service;
  private final CapturedLogs logged = new CapturedLogs();

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void noLineIsForged() {
    logged.close();
    assertThat(logged.lines())
        .allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r", "mallory", "Forged"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accounts;x=1",
        "/v1/accounts;",
        "/v1;/accounts",
        "/v1/accounts/;",
        "/v1/accounts/..;/accounts",
        "/v1/accounts/%2e%2e",
        "/v1/accounts/%2E%2E/accounts",
        "/v1/accounts/.%2e",
        "/v1/accounts/..%2faccounts",
        "/v1/accounts/%2f",
        "/v1/accounts%2Fx",
        "/v1%2faccounts",
        "/v1/accounts/a%2fb",
        "/v1/accounts/a%5cb",
        "/v1/accounts\\x",
        "/v1\\accounts",
        "/v1/accounts/%5c..%5c",
        "/v1/accounts/%252e%252e",
        "/v1/accounts/%252f",
        "/v1/accounts/%",
        "/v1/accounts/%1",
        "/v1/accounts/%zz",
        "/v1/accounts/%u002e",
        "/v1/accounts/%00",
        "/v1/accounts/a%00b",
        "/v1/accounts/%0a",
        "/v1/accounts/%0d%0aX-Forged:1",
        "/v1/accounts/%ff",
        "/v1/accounts/%c0%ae%c0%ae",
        "/v1/accounts/%e0%80%af",
        "/v1/accounts/%ed%a0%80",
        "/v1/accounts/%7f",
        "/v1/accounts/<script>",
        "/v1/accounts/\"",
        "/v1/accounts/{id}",
        "/v1/accounts/|",
        "/v1/accounts/^",
        "/v1/accounts/`",
        "/v1/accounts/[1]",
        "/v1/accounts/a b",
        "/v1/accounts/#x",
        "/v1/accounts/\u00e9",
        "//v1/accounts",
        "/v1//accounts",
        "/v1/accounts//",
        "/../v1/accounts",
        "/v1/../v1/accounts",
        "/v1/./accounts",
        "/v1/accounts/.",
        "/v1/accounts/..",
        "/.%2e/v1/accounts",
        "/v1/accounts/",
        "/V1/accounts",
        "/v1/Accounts",
        "/v1/accounts.json",
        "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057/",
        "/v1/accounts/01890A5D-AC96-774B-BCCE-B302099A8057",
        "/v1/accounts/%301890a5d-ac96-774b-bcce-b302099a8057",
        "/v1/accounts/01890a5d-ac96-474b-bcce-b302099a8057",
        "/v1/accounts/01890a5d-ac96-774b-1cce-b302099a8057",
        "/v1/accounts/{01890a5d-ac96-774b-bcce-b302099a8057}",
        "/v1/accounts/01890a5dac96774bbcceb302099a8057",
        "/v1/accounts/1",
        "/v1/accounts/-1",
        "/v1/accounts/null",
        "/v1/accounts/*",
        "/v1/accounts/mallory@example.com",
        "/WEB-INF/web.xml",
        "/openapi.yaml/..",
        "/docs/../openapi.yaml",
        "/metrics",
        "*",
        "v1/accounts"
      })
  void noSpellingOfAPathBypassesAccessChecks(String path) throws IOException {
    var answer = RawSocketClient.exchange(service.port(), request("GET", path, ""));
    isProblem(answer);
    assertThat(answer.status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts;x=1", "/health/live;", "/;/v1/accounts", "/nope;a"})
  void aPathWithMatrixParametersIsRefused(String path) throws IOException {
    isProblem(RawSocketClient.exchange(service.port(), request("GET", path, "")), 400);
  }
}
