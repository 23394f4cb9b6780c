package io.clientele.http.server;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal says is bounded, however much is wrong with the request. */
class BoundedProblemTest {
  private static final int ANSWER_MAX = 64 * 1024;
  private static final int ERRORS_MAX = 100;
  private static final int POINTER_MAX = 200;

  private static InMemoryServer service;
  private static AccountId account;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    account = new TestClient(service.port()).open("Ada");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Arguments> bodies() {
    var wide = members(1_980, i -> "\"%05d\":0".formatted(i));
    var twice = members(1_900, i -> "\"%d\":0".formatted(i / 2));
    var deep = "{\"" + "n".repeat(200) + "\":";
    var inner = members(1_780, i -> "\"" + (char) ('a' + i % 26) + "\":0");
    return Stream.of(
        Arguments.of("wide", wide),
        Arguments.of("twice", twice),
        Arguments.of("deep", deep.repeat(31) + inner + "}".repeat(31)),
        Arguments.of("long names", members(200, i -> "\"%0250d\":0".formatted(i))),
        Arguments.of("names to escape", members(100, i -> "\"" + "é~/".repeat(80) + i + "\":0")),
        Arguments.of("broken texts", "{\"metadata\":[" + "\"\\u0000\",".repeat(3_000) + "0]}"),
        Arguments.of(
            "metadata",
            "{\"metadata\":" + members(1_900, i -> "\"%050d\":\"\"".formatted(i)) + "}"),
        Arguments.of("name too long", "{\"" + "n".repeat(60_000) + "\":0}"),
        Arguments.of("brackets", "[".repeat(60_000)),
        Arguments.of("digits", "{\"name\":" + "9".repeat(60_000) + "}"),
        Arguments.of("blanks", " ".repeat(60_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aResponseHasAtMost100ErrorsOfAtMost200Characters(String name, String body)
      throws IOException {
    for (var path :
        new String[] {"/v1/accounts", "/v1/sessions", "/v1/operators", "/v1/api-keys"}) {
      var answer = RawSocketClient.exchange(service.port(), request("POST", path, body));
      isProblem(answer, isTooLarge(path, body) ? 413 : 400);
      assertThat(answer.body().length()).isLessThanOrEqualTo(ANSWER_MAX);
      var errors = answer.json().path("errors");
      assertThat(errors.size()).isLessThanOrEqualTo(ERRORS_MAX);
      for (var error : errors) {
        assertThat(error.path("pointer").asString().length()).isLessThanOrEqualTo(POINTER_MAX);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"198, false", "199, true", "100000, true"})
  void aPointerOfMoreThan200CharactersIsCut(int length, boolean isCut) {
    var pointer = JsonPointers.of(JsonPointers.ROOT, "a".repeat(length));
    assertThat(pointer).hasSize(200);
    assertThat(pointer.endsWith("a…")).isEqualTo(isCut);
  }

  @Test
  void aPointerIsNeverCutWithinAnEscape() {
    for (var length = 150; length < 220; length++) {
      var pointer = JsonPointers.of("#/metadata", "a".repeat(length) + "éé~~é".repeat(20));
      assertThat(pointer.length()).isBetween(196, 200);
      assertThat(pointer).matches("(?:[^%~…]|%[0-9A-F]{2}|~[01])*…");
      assertThat(JsonPointers.of(pointer, "b")).isEqualTo(pointer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2147483648",
        "0e2147483648",
        "-1e-99999999999",
        "1e-2147483648",
        "1E+9999999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000000000000000000000000000001e-2147483647",
        "-0",
        "9223372036854775808",
        "99999999999999999999999999999999999999999999999999999999999999999999999999"
      })
  void aNumberOfAnySizeIs400OnEveryRouteWithABody(String number) throws IOException {
    for (var target :
        new String[] {
          "POST /v1/accounts",
          "PATCH /v1/accounts/" + account,
          "POST /v1/sessions",
          "POST /v1/sessions/refresh",
          "POST /v1/operators",
          "POST /v1/api-keys"
        }) {
      var parts = target.split(" ");
      for (var body :
          new String[] {
            "{\"name\":%s,\"email\":%s,\"password\":%s,\"roles\":%s,\"refreshToken\":%s}",
            "{\"name\":[%s],\"metadata\":{\"a\":%s},\"taxId\":{\"value\":%s}}",
            "[%s]",
            "%s"
          }) {
        var sent = request(parts[0], parts[1], body.replace("%s", number));
        isProblem(RawSocketClient.exchange(service.port(), sent), 400);
      }
    }
  }

  @Test
  void anUnsupportedNumberFailsOnlyItsLine() throws IOException {
    var lines =
        """
        {"name":"Good","email":"good-line@example.com"}
        {"name":1e2147483648,"email":"bad-line@example.com"}
        """;
    var answer =
        RawSocketClient.exchange(
            service.port(),
            request("POST", "/v1/accounts/import", lines, "Content-Type: application/x-ndjson"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(2);
    assertThat(answer.body())
        .contains("\"line\":1,\"status\":201")
        .contains("\"line\":2,\"status\":400");
  }

  @Test
  void publicRoutesAccept4Kibibytes() throws IOException {
    for (var path : new String[] {"/v1/sessions", "/v1/sessions/refresh"}) {
      var most = "{\"x\":\"" + "a".repeat(4096 - 8) + "\"}";
      isProblem(RawSocketClient.exchange(service.port(), request("POST", path, most)), 400);
      isProblem(RawSocketClient.exchange(service.port(), request("POST", path, most + " ")), 413);
    }
  }

  @Test
  void parametersAndTheirNamesAreBounded() throws IOException {
    var query = IntStream.range(0, 1_000).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));
    for (var target :
        new String[] {"?" + query, "?" + "n".repeat(7_000), "?%ff=" + "&%ff=".repeat(900)}) {
      var answer =
          RawSocketClient.exchange(service.port(), request("GET", "/v1/accounts" + target, ""));
      isProblem(answer, 400);
      assertThat(answer.json().path("errors").size()).isLessThanOrEqualTo(ERRORS_MAX);
      assertThat(answer.body().length()).isLessThanOrEqualTo(ANSWER_MAX);
    }
  }

  private static boolean isTooLarge(String path, String body) {
    var size = body.getBytes(StandardCharsets.UTF_8).length;
    return size > (path.equals("/v1/sessions") ? 4 : 64) * 1024;
  }

  private static String members(int count, IntFunction<String> member) {
    return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
  }
}
