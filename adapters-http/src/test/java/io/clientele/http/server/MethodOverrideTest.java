package io.clientele.http.server;

import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.route.Route;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The request line alone names the method: headers, query and body do not. */
class MethodOverrideTest {
  private static final List<String> METHODS = List.of("DELETE", "POST", "get");
  private static final List<String> HEADERS =
      List.of(
          "X-HTTP-Method-Override",
          "x-http-method-override",
          "X-HTTP-Method",
          "X-Method-Override",
          "X-Method",
          "X-Original-Method",
          "X-Requested-Method",
          "_method");
  private static final List<String> PARAMETERS =
      List.of("_method", "method", "X-HTTP-Method-Override", "http_method", "httpMethod");

  private static InMemoryServer service;
  private static TestClient caller;
  private static String id;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
    id = caller.open("Ada").toString();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Every path with a method that it does not have, and every one that only reads. */
  static Stream<String> paths() {
    return Stream.concat(service.routes().all().stream(), service.routes().pages().stream())
        .map(Route::path)
        .filter(path -> !path.endsWith("/stream")) // its responses do not end
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void noHeaderOverridesTheMethod(String path) throws IOException {
    for (var sent : List.of("GET", "HEAD", "OPTIONS", "TRACE", "BREW")) {
      var plain = answer(sent, path);
      for (var header : HEADERS) {
        for (var method : METHODS) {
          assertThat(answer(sent, path, header + ": " + method))
              .as(sent + " with " + header + ": " + method)
              .isEqualTo(plain);
        }
      }
    }
    assertThat(status()).isEqualTo("active");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void noParameterOrFormFieldOverridesTheMethod(String path) throws IOException {
    for (var parameter : PARAMETERS) {
      for (var method : METHODS) {
        var pair = parameter + "=" + method;
        assertThat(answer("GET", path + "?" + pair)).as(pair).isIn(400, answer("GET", path));
        var form =
            request("GET", target(path), pair, "Content-Type: application/x-www-form-urlencoded");
        assertThat(RawSocketClient.exchange(service.port(), form).status())
            .as(pair)
            .isEqualTo(answer("GET", path));
      }
    }
    assertThat(status()).isEqualTo("active");
  }

  @Test
  void aPostCannotBecomeAGet() throws IOException {
    var open = RawSocketClient.request("POST", "/v1/accounts", "{}", "X-HTTP-Method-Override: GET");
    assertThat(RawSocketClient.exchange(service.port(), open).status()).isEqualTo(400);
  }

  @Test
  void anUnknownMethodIsRefusedWithAllow() throws IOException {
    for (var method : List.of("TRACE", "OPTIONS", "BREW", "CONNECT", "PUT")) {
      try (var wire = new RawSocketClient(service.port())) {
        wire.send(request(method, "/v1/accounts/" + id, "", "X-HTTP-Method-Override: DELETE"));
        var answer = wire.read();
        assertThat(answer.status()).as(method).isIn(400, 405);
        if (answer.status() == 405) {
          assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, PATCH");
        }
      }
    }
    assertThat(status()).isEqualTo("active");
  }

  private static int answer(String method, String path, String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add("Prefer: count-view=no");
    all.add("Accept: */*");
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(request(method, target(path), "", all.toArray(String[]::new)));
      return wire.read(true).status();
    }
  }

  private static String target(String path) {
    return path.replace("{id}", id).replace("{type}", "unavailable");
  }

  private static String status() {
    return caller
        .get("/v1/accounts/" + id, "Prefer: count-view=no")
        .json()
        .path("status")
        .asString();
  }
}
