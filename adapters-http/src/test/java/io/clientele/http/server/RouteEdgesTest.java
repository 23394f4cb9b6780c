package io.clientele.http.server;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Front;
import io.clientele.http.route.Route;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.RouteExamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What HTTP and the contract promise of every route of the API, the newest included. */
class RouteEdgesTest {
  /** Routes whose requests have no body: a body is ignored, of any type. */
  private static final Set<String> WITHOUT_BODY =
      Set.of(
          "DELETE /v1/accounts/{id}",
          "DELETE /v1/accounts/{id}/notes/{note}",
          "DELETE /v1/accounts/{id}/owner",
          "DELETE /v1/accounts/{id}/suspension",
          "DELETE /v1/api-keys/{id}",
          "DELETE /v1/operators/{id}",
          "DELETE /v1/sessions/current",
          "POST /v1/accounts/{id}/erasure",
          "POST /v1/accounts/{id}/suspension",
          "POST /v1/tasks/{id}/retries",
          "POST /v1/view-flushes",
          "POST /store/v1/me/orders/{id}/cancellation",
          "POST /store/v1/me/orders/{id}/confirmation");

  private static final int LARGE = 9 << 20;

  private static InMemoryServer service;
  private static RouteExamples examples;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    examples = new RouteExamples(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<Route> routes() {
    return Stream.of(Front.values())
        .flatMap(front -> service.routes().api(front).stream())
        .toList();
  }

  static Stream<Route> changes() {
    return routes().stream().filter(route -> !route.isRead());
  }

  static Stream<Route> bodies() {
    return changes()
        .filter(route -> examples.exists(route))
        .filter(route -> !WITHOUT_BODY.contains(route.toString()));
  }

  static Stream<Route> reads() {
    return routes().stream()
        .filter(route -> route.method().equals("GET"))
        .filter(route -> !route.mediaTypes().equals("text/event-stream"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anUnknownOrUndecodableParameterIs400(Route route) throws IOException {
    for (var query :
        List.of("?zzz=1", "?zzz", "?%ff=1", "?zzz=%C0%AF", "?zzz=%ED%A0%80", "?z=%", "?z=%u00e9")) {
      refused(400, examples.request(route, route.method(), examples.path(route) + query, ""));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anotherMediaTypeIsNotAcceptable(Route route) throws IOException {
    refused(
        406,
        examples.request(
            route,
            route.method(),
            examples.path(route),
            "",
            "Accept: application/pdf, text/csv;q=0"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aBodyOverTheLimitIs413(Route route) throws IOException {
    var types = List.of(Route.JSON, "application/x-ndjson");
    var answered = new ArrayList<Integer>();
    for (var type : types) {
      var large = "x".repeat(route.bodyBytesMax() > 1 << 16 ? LARGE : Math.max(70_000, 1));
      var bytes =
          examples.request(
              route, route.method(), examples.path(route), large, "Content-Type: " + type);
      answered.add(exchange(bytes).status());
    }
    assertThat(answered).as(route.toString()).doesNotContain(200, 201, 202, 204, 500);
    if (examples.exists(route)) {
      assertThat(answered).as(route.toString()).contains(413);
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void anotherTypeCharsetOrCodingOfABodyIs415(Route route) throws IOException {
    for (var header :
        List.of(
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=\"iso-8859-1\"",
            "Content-Type: application/json, application/json",
            "Content-Type: ",
            "Content-Type: multipart/form-data; boundary=x")) {
      refused(415, examples.request(route, route.method(), examples.path(route), "{}", header));
    }
    for (var coding : List.of("gzip", "br", "identity", "x")) {
      refused(
          415,
          examples.request(
              route,
              route.method(),
              examples.path(route),
              "{}",
              "Content-Type: application/json",
              "Content-Encoding: " + coding));
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void hostileNumbersAndTextsAre400(Route route) throws IOException {
    var type = route.path().endsWith("/import") ? "text/csv" : Route.JSON;
    for (var body :
        List.of(
            "[1e2147483648]",
            "{\"a\":-1e-99999999999}",
            "{\"name\":0e2147483648,\"email\":1E+2147483648,\"legs\":[1e999999999999]}",
            "{\"transfers\":[{\"id\":1e2147483648}]}",
            "{\"a\":" + "9".repeat(65) + "}",
            "{\"a\":01}",
            "{\"a\":.5}",
            "{\"a\":NaN}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\u0000\"}",
            "\ufeff{}",
            "{\"a\":1}{}",
            "'",
            "")) {
      refused(
          400,
          examples.request(
              route, route.method(), examples.path(route), body, "Content-Type: " + type));
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anUnreadableReasonOfAChangeIs400(Route route) throws IOException {
    for (var reason : List.of("\u00e9", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00c3", "a\tb")) {
      var bytes =
          examples.request(
              route, route.method(), examples.path(route), "", "Audit-Reason: " + reason);
      try (var wire = new RawSocketClient(service.port())) {
        wire.sendLatin1(bytes);
        assertThat(wire.read().status()).as(route + " " + reason).isEqualTo(400);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anotherMethodIs405(Route route) throws IOException {
    for (var method : List.of("TRACE", "OPTIONS", "BREW", route.method().toLowerCase())) {
      var answer = exchange(examples.request(route, method, examples.path(route), ""));
      isProblem(answer, 405);
      assertThat(answer.header("Allow").split(", ")).contains(route.method());
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void headIsGetWithoutABody(Route route) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(
          examples.request(
              route, "HEAD", examples.path(route), "", "Range: bytes=0-1", "If-Match: \"99\""));
      var head = wire.read(true);
      wire.send(examples.request(route, "GET", examples.path(route), "", "Connection: close"));
      var got = wire.read();
      assertThat(head.status()).isEqualTo(got.status());
      assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
      if (head.header("Content-Length") != null) {
        assertThat(head.header("Content-Length").length())
            .isEqualTo(got.header("Content-Length").length());
      }
    }
  }

  private static void refused(int status, String bytes) throws IOException {
    assertThat(exchange(bytes).status()).as(bytes.substring(0, 60)).isEqualTo(status);
  }

  private static RawSocketClient.Answer exchange(String bytes) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(bytes);
      return wire.read(bytes.startsWith("HEAD"));
    }
  }
}
