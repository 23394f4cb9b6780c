package io.clientele.http.server;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.CapturedLogs;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are not HTTP as it should be: each is a problem, stores nothing, and forges no log
 * line.
 */
class MalformedRequestTest {
  private static final String BODY = "{\"name\":\"Mallory\",\"email\":\"mallory@example.com\"}";
  private static InMemoryServer service;
  private CapturedLogs logged;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void listen() {
    logged = new CapturedLogs();
  }

  @AfterEach
  void nothingIsStoredAndNoLineIsForged() {
    logged.close();
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
    assertThat(logged.lines())
        .allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r", "mallory", "forged"));
  }

  static Stream<Arguments> smuggling() {
    var post =
        "POST /v1/accounts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + RawSocketClient.ADMIN
            + "\r\n";
    var length = "Content-Length: " + BODY.length() + "\r\n";
    var chunked = "Transfer-Encoding: chunked\r\n";
    var chunks = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
    return Stream.of(
        Arguments.of("length and chunks", post + length + chunked + "\r\n" + chunks),
        Arguments.of("chunks and length", post + chunked + length + "\r\n" + chunks),
        Arguments.of("two lengths", post + length + "Content-Length: 5\r\n\r\n" + BODY),
        Arguments.of("one length twice", post + length + length + "\r\n" + BODY),
        Arguments.of("a list of lengths", post + "Content-Length: 5, 5\r\n\r\n" + BODY),
        Arguments.of("a signed length", post + "Content-Length: +52\r\n\r\n" + BODY),
        Arguments.of("a negative length", post + "Content-Length: -1\r\n\r\n" + BODY),
        Arguments.of("a hexadecimal length", post + "Content-Length: 0x34\r\n\r\n" + BODY),
        Arguments.of("an endless length", post + "Content-Length: 99999999999999999999\r\n\r\n"),
        Arguments.of("no length's value", post + "Content-Length: \r\n\r\n" + BODY),
        Arguments.of(
            "twice chunked", post + "Transfer-Encoding: chunked, chunked\r\n\r\n" + chunks),
        Arguments.of(
            "chunked not last", post + "Transfer-Encoding: chunked, gzip\r\n\r\n" + chunks),
        Arguments.of("unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n" + chunks),
        Arguments.of("blank before colon", post + "Transfer-Encoding : chunked\r\n\r\n" + chunks),
        Arguments.of("a folded header", post + "X-A: b\r\n c: forged\r\n" + length + "\r\n" + BODY),
        Arguments.of("a folded coding", post + "Transfer-Encoding:\r\n chunked\r\n\r\n" + chunks),
        Arguments.of("bare LF everywhere", (post + length + "\r\n").replace("\r", "") + BODY),
        Arguments.of(
            "bare LF in a header", post + "X-A: b\nX-B: forged\r\n" + length + "\r\n" + BODY),
        Arguments.of(
            "bare CR in a header", post + "X-A: b\rX-B: forged\r\n" + length + "\r\n" + BODY),
        Arguments.of("NUL in a header", post + "X-A: b\0c\r\n" + length + "\r\n" + BODY),
        Arguments.of("no colon", post + "X-A\r\n" + length + "\r\n" + BODY),
        Arguments.of("an empty name", post + ": b\r\n" + length + "\r\n" + BODY),
        Arguments.of("a chunk's size signed", post + chunked + "\r\n+5\r\nhello\r\n0\r\n\r\n"),
        Arguments.of(
            "a chunk's size not hexadecimal", post + chunked + "\r\nzz\r\nhello\r\n0\r\n\r\n"),
        Arguments.of("a chunk's end missing", post + chunked + "\r\n2\r\n{}x\r\n0\r\n\r\n"),
        Arguments.of("bare LF in chunks", post + chunked + "\r\n" + chunks.replace("\r", "")),
        Arguments.of("two hosts", "GET /v1/accounts HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        Arguments.of("no host", "GET /v1/accounts HTTP/1.1\r\n\r\n"),
        Arguments.of("an impossible host", "GET /v1/accounts HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Arguments.of("another authority", "GET http://b/v1/accounts HTTP/1.1\r\nHost: a\r\n\r\n"),
        Arguments.of("no version", "GET /v1/accounts\r\n\r\n"),
        Arguments.of("an unknown version", "GET /v1/accounts HTTP/1.9\r\nHost: a\r\n\r\n"),
        Arguments.of("a blank in the target", "GET /v1/accounts x HTTP/1.1\r\nHost: a\r\n\r\n"),
        Arguments.of("a method that is no token", "G@T /v1/accounts HTTP/1.1\r\nHost: a\r\n\r\n"),
        Arguments.of("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n"),
        Arguments.of("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smuggling")
  void anAmbiguousRequestIsRefusedAndItsConnectionClosed(String name, String bytes)
      throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(bytes);
      wire.finish();
      var answer = wire.read();
      isProblem(answer);
      assertThat(answer.status()).isIn(400, 426, 501, 505);
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,048,576 bytes of one header", "8,192 headers"})
  void aHeadOfAMebibyteIsRefused(String of) throws IOException {
    var header =
        of.startsWith("1,") ? "X-A: " + "a".repeat(1 << 20) : "X-A: b\r\n".repeat(8192) + "X-A: b";
    isProblem(refusedEarly(request("GET", "/v1/accounts", "", header)), 431);
  }

  @Test
  void aTargetOfAMebibyteIsRefused() throws IOException {
    isProblem(refusedEarly(request("GET", "/v1/accounts?q=" + "a".repeat(1 << 20), "")), 414);
  }

  @Test
  void aBodyThatEndsEarlyIsRefused() throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      var whole = request("POST", "/v1/accounts", BODY);
      wire.send(whole.substring(0, whole.length() - BODY.length()));
      wire.finish();
      isProblem(wire.read(), 400);
    }
    try (var wire = new RawSocketClient(service.port())) {
      var whole = request("POST", "/v1/accounts", BODY);
      wire.send(whole.substring(0, whole.length() - 10));
      wire.finish();
      isProblem(wire.read(), 400);
    }
  }

  @Test
  void aDisconnectedClientLeavesNothing() throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      var whole = request("POST", "/v1/accounts", BODY);
      wire.send(whole.substring(0, whole.length() - 10));
      wire.reset();
    }
    assertThat(
            RawSocketClient.exchange(service.port(), request("GET", "/health/live", "")).status())
        .isEqualTo(200);
  }

  @Test
  void anUpgradeToAnotherProtocolIsIgnored() throws IOException {
    var h2c =
        request(
            "GET",
            "/health/live",
            "",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQAAP__");
    assertThat(RawSocketClient.exchange(service.port(), h2c).status()).isEqualTo(200);
    var socket =
        request(
            "GET",
            "/health/live",
            "",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    assertThat(RawSocketClient.exchange(service.port(), socket).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "BREW", "FORGED"})
  void anUnsupportedMethodIs405WithAllow(String method) throws IOException {
    var answer = RawSocketClient.exchange(service.port(), request(method, "/v1/accounts", ""));
    isProblem(answer, 405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void anUnknownExpectationIsRefused() throws IOException {
    isProblem(
        RawSocketClient.exchange(
            service.port(), request("GET", "/health/live", "", "Expect: miracles")),
        417);
  }

  /** The server may close while we still write: then the answer is what it sent before. */
  private static RawSocketClient.Answer refusedEarly(String bytes) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      try {
        wire.send(bytes);
      } catch (IOException closed) {
        assertThat(closed).isNotNull();
      }
      return wire.read();
    }
  }
}
