package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security headers stand in every response of every route, errors included. */
class ResponseHeadersTest {
  private static final String PAGE = "https://dashboard.example.com";
  private static final String SHOP = "https://shop.example.com";
  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    var loopback = new TrustedProxies(List.of(CidrBlock.parse("127.0.0.1")));
    var pages = new AllowedOrigins(Set.of(PAGE), Set.of(SHOP));
    var config = HttpConfig.of("127.0.0.1", 0).behind(loopback, pages);
    service = new InMemoryServer(config);
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Every route that there is, then what no route answers. */
  static Stream<String> requests() {
    var routes =
        Stream.concat(service.routes().all().stream(), service.routes().pages().stream())
            .map(route -> request(route.method(), route.path()));
    var errors =
        Stream.of(
            request("GET", "/nope"),
            request("GET", "/v1/accounts;a"),
            request("BREW", "/v1/accounts"),
            request("GET", "/" + "a".repeat(9_000)),
            "GET / HTTP/1.1\r\n\r\n",
            "nonsense\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    return Stream.concat(routes, errors);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyResponseHasSecurityHeaders(String request) throws IOException {
    var answer = exchange(request);
    assertThat(answer.status()).isPositive();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(answer.header("X-Request-Id")).isNotNull();
    assertThat(answer.header("Strict-Transport-Security")).isNull();
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Powered-By")).isNull();
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src '")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
    if (request.contains(" /v1/") || answer.status() >= 400) {
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }
  }

  @Test
  void onlyTlsAtATrustedProxySetsHsts() {
    for (var told : new String[] {"https", "http, https"}) {
      assertThat(
              caller.get("/nope", "X-Forwarded-Proto: " + told).header("Strict-Transport-Security"))
          .startsWith("max-age=31536000");
    }
    for (var told : new String[] {"http", "https, http", "HTTPS", ""}) {
      assertThat(
              caller.get("/nope", "X-Forwarded-Proto: " + told).header("Strict-Transport-Security"))
          .isNull();
    }
    try (var open = new InMemoryServer()) {
      assertThat(
              new TestClient(open.port())
                  .get("/nope", "X-Forwarded-Proto: https")
                  .header("Strict-Transport-Security"))
          .isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts", "/nope", "/v1/accounts/x", "/v1/accounts;a"})
  void aPageOfAConfiguredOriginMayReadResponsesAndErrors(String target) {
    var answer = caller.get(target, "Origin: " + PAGE);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Link", "RateLimit", "Idempotent-Replayed", "X-Request-Id");
    assertThat(answer.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void onlyPreflightsOfConfiguredOriginsAreAnswered() {
    var asked = "Access-Control-Request-Method: PATCH";
    var yes = caller.call("OPTIONS", "/v1/accounts", "", "Origin: " + PAGE, asked);
    assertThat(yes.status()).isEqualTo(204);
    var methods = List.of(yes.header("Access-Control-Allow-Methods").split(", "));
    assertThat(service.routes().all()).allMatch(route -> methods.contains(route.method()));
    assertThat(yes.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "Idempotency-Key", "If-Match");
    assertThat(yes.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(caller.call("OPTIONS", "/v1/accounts", "", "Origin: " + PAGE).status())
        .isEqualTo(405);
    for (var other :
        new String[] {"https://evil.example.com", PAGE + ".evil.com", PAGE + ":444", "null"}) {
      var no = caller.call("OPTIONS", "/v1/accounts", "", "Origin: " + other, asked);
      assertThat(no.status()).isEqualTo(405);
      assertThat(no.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/store/v1/products", "/store/v1/me", "/store/v1/nope"})
  void aPageOfTheStoreMayCallTheStoreAloneAndWithoutCookies(String target) {
    var answer = caller.get(target, "Origin: " + SHOP);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(answer.header("Vary")).isEqualTo("Origin");
    var asked = "Access-Control-Request-Method: PUT";
    var preflight = caller.call("OPTIONS", target, "", "Origin: " + SHOP, asked);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Last-Event-ID");
    assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
    var operations = caller.get(target, "Origin: " + PAGE);
    assertThat(operations.header("Access-Control-Allow-Origin")).isNull();
    for (var other : List.of("/v1/accounts", "/v1/sessions/refresh", "/store/../v1/accounts")) {
      assertThat(caller.get(other, "Origin: " + SHOP).header("Access-Control-Allow-Origin"))
          .as(other)
          .isNull();
      assertThat(caller.call("OPTIONS", other, "", "Origin: " + SHOP, asked).status())
          .as(other)
          .isNotEqualTo(204);
    }
  }

  @Test
  void withoutConfiguredOriginsNoneMayCall() {
    try (var closed = new InMemoryServer()) {
      var answer = new TestClient(closed.port()).get("/v1/accounts", "Origin: " + PAGE);
      assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
      assertThat(answer.header("Vary")).isNull();
    }
  }

  private static String request(String method, String path) {
    return RawSocketClient.request(method, path, "");
  }

  private static RawSocketClient.Answer exchange(String request) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(request);
      return wire.read(request.startsWith("HEAD"));
    }
  }
}
