package io.clientele.http.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookVerifier;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Gone;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.webhook.delivery.TestEndpoint.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebhookSenderTest {
  private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

  private final RebindingNames names = new RebindingNames().then("receiver.test", "127.0.0.1");
  private final EndpointPolicy policy =
      new EndpointPolicy(List.of(CidrBlock.parse("127.0.0.0/8")), OwnEndpoints.NONE, names);
  private final HttpWebhookSender sender =
      new HttpWebhookSender(policy, null, Duration.ofMillis(500), Duration.ofMillis(900));

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void aMessageArrivesAsItWasSigned() {
    try (var endpoint = TestEndpoint.answering(OK)) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Delivered(204));
      var request = endpoint.received().getFirst();
      assertThat(request.line()).isEqualTo("POST /hook?key=1 HTTP/1.1");
      assertThat(request.headers().get("content-type")).isEqualTo("application/json");
      assertThat(request.headers().get("clientele-position")).isEqualTo("7171");
      assertThat(request.headers().get("clientele-version")).isEqualTo("12");
      assertThat(request.headers()).doesNotContainKeys("clientele-redelivery", "traceparent");
      assertThat(verified(request, WebhookMessages.SECRET)).isEqualTo(WebhookVerifier.Result.VALID);
    }
  }

  @Test
  void bothSecretsSignDuringARotation() {
    try (var endpoint = TestEndpoint.answering(OK)) {
      var next = WebhookSecret.of(new Random(1));
      var place = new WebhookMessage.Place(EventPosition.of(1, 0), 1, true);
      var secrets = List.of(next, WebhookMessages.SECRET);
      sender.send(WebhookMessages.to(url(endpoint), secrets, place));
      var request = endpoint.received().getFirst();
      for (var secret : secrets) {
        assertThat(verified(request, secret)).isEqualTo(WebhookVerifier.Result.VALID);
      }
      assertThat(request.headers().get("clientele-redelivery")).isEqualTo("true");
    }
  }

  @Test
  void aTestMessageHasNoPosition() {
    try (var endpoint = TestEndpoint.answering(OK)) {
      sender.send(WebhookMessages.to(url(endpoint), List.of(WebhookMessages.SECRET), null));
      assertThat(endpoint.received().getFirst().headers())
          .doesNotContainKeys("clientele-position", "clientele-version");
    }
  }

  @Test
  void aConnectionIsUsedAgain() {
    try (var endpoint = TestEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      for (var i = 0; i < 5; i++) {
        var result = send(endpoint);
        assertThat(result.outcome()).isEqualTo(new Delivered(200));
        assertThat(result.answer()).isEqualTo("ok");
      }
      assertThat(endpoint.connections()).isEqualTo(1);
    }
  }

  @Test
  void aKeptConnectionThatTheEndpointClosedIsReplaced() {
    try (var endpoint = TestEndpoint.of((request, out) -> answerAndClose(out))) {
      for (var i = 0; i < 20; i++) {
        assertThat(send(endpoint).outcome()).isEqualTo(new Delivered(204));
      }
      assertThat(endpoint.received()).hasSize(20);
    }
  }

  private static void answerAndClose(OutputStream out) throws IOException {
    out.write(OK.getBytes(StandardCharsets.ISO_8859_1));
    throw new IOException("the endpoint keeps no connection");
  }

  @ParameterizedTest
  @CsvSource({
    "200, ''",
    "299, ''",
    "300, ''",
    "304, ''",
    "400, ''",
    "401, WWW-Authenticate: Basic",
    "404, ''",
    "408, ''",
    "408, Retry-After: 0",
    "429, ''",
    "500, ''",
    "503, Retry-After: 0",
    "421, ''",
    "503, Connection: close"
  })
  void anAnswerOfAnyStatusEndsTheAttempt(int status, String header) {
    var line = header.isEmpty() ? "" : header + "\r\n";
    var answer = "HTTP/1.1 " + status + " X\r\n" + line + "Content-Length: 0\r\n\r\n";
    try (var endpoint = TestEndpoint.answering(answer)) {
      var outcome = send(endpoint).outcome();
      assertThat(outcome)
          .isEqualTo(status < 300 ? new Delivered(status) : new Refused(status, wait(header)));
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    try (var trap = TestEndpoint.answering(OK);
        var endpoint =
            TestEndpoint.answering(
                "HTTP/1.1 %d X\r\nLocation: http://receiver.test:%d/\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, trap.port()))) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Refused(status, null));
      assertThat(trap.connections()).isZero();
    }
  }

  @Test
  void anEndpointThatPosesAsAProxyIsAFailure() {
    var answer = "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n";
    try (var endpoint = TestEndpoint.answering(answer)) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Unreachable(Fault.CONNECT));
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @Test
  void anEndpointThatIsGoneSaysSo() {
    try (var endpoint = TestEndpoint.answering("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Gone());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120|PT2M", "0|PT0S", "999999999|PT24H", "Fri, 20 Nov 2026 12:05:00 GMT|PT5M",
        "Fri, 20 Nov 2026 11:00:00 GMT|PT0S", "Sat, 28 Nov 2026 12:00:00 GMT|PT24H", "soon|", "-1|",
        "1.5|"
      })
  void theEndpointSaysHowLongToWait(String header, Duration wait) {
    var answer = "HTTP/1.1 503 X\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n";
    try (var endpoint = TestEndpoint.answering(answer)) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Refused(503, wait));
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @Test
  void anEndlessAnswerIsCutAndItsStatusCounts() {
    try (var endpoint =
        TestEndpoint.of(
            (request, out) -> {
              write(out, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                write(out, "a".repeat(1_000));
              }
            })) {
      var result = send(endpoint);
      assertThat(result.outcome()).isEqualTo(new Delivered(200));
      assertThat(result.answer()).isEqualTo("a".repeat(1_024));
      assertThat(result.millis()).isLessThan(850);
    }
  }

  @Test
  void anAnswerThatIsNoTextIsKeptWithinItsBound() {
    var bytes = "\u00ff".repeat(3_000);
    try (var endpoint =
        TestEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n" + bytes)) {
      var answer = send(endpoint).answer();
      assertThat(answer.getBytes(StandardCharsets.UTF_8).length).isBetween(1_000, 1_024);
    }
  }

  @Test
  void aBodyThatNeverEndsIsCutAfterTheTimeLimit() {
    try (var endpoint =
        TestEndpoint.answering("HTTP/1.1 201 OK\r\nContent-Length: 9\r\n\r\nslow")) {
      var result = send(endpoint);
      assertThat(result.outcome()).isEqualTo(new Delivered(201));
      assertThat(result.answer()).isEqualTo("slow");
    }
  }

  @Test
  void anEndpointThatDoesNotAnswerTimesOut() {
    try (var endpoint = TestEndpoint.of((request, out) -> {})) {
      var result = send(endpoint);
      assertThat(result.outcome()).isEqualTo(new Unreachable(Fault.TIMEOUT));
      assertThat(result.millis()).isBetween(800L, 5_000L);
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one header of 16 MB", "very many headers", "very many interim answers"})
  void anAnswerWithTooLargeAHeadIsCut(String kind) {
    try (var endpoint = TestEndpoint.of((request, out) -> writeHead(out, kind))) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Unreachable(Fault.TOO_LARGE));
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgain() {
    try (var endpoint =
        TestEndpoint.of(
            (request, out) -> {
              throw new IOException("broken");
            })) {
      assertThat(send(endpoint).outcome()).isEqualTo(new Unreachable(Fault.CONNECT));
      assertThat(endpoint.received()).hasSize(1);
    }
  }

  @Test
  void aFailureIsToldByItsClassOnly() {
    var closed = TestEndpoint.answering(OK);
    closed.close();
    assertThat(send(closed).outcome()).isEqualTo(new Unreachable(Fault.CONNECT));
    assertThat(sender.send(WebhookMessages.to("https://unknown.test/")).outcome())
        .isEqualTo(new Unreachable(Fault.DNS));
    try (var endpoint = TestEndpoint.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      var secure = WebhookMessages.to("https://receiver.test:" + endpoint.port() + "/");
      assertThat(sender.send(secure).outcome()).isInstanceOf(Unreachable.class);
    }
  }

  private DeliveryResult send(TestEndpoint endpoint) {
    return sender.send(WebhookMessages.to(url(endpoint)));
  }

  private static Duration wait(String header) {
    return header.startsWith("Retry-After") ? Duration.ZERO : null;
  }

  private static String url(TestEndpoint endpoint) {
    return "http://receiver.test:" + endpoint.port() + "/hook?key=1";
  }

  private static WebhookVerifier.Result verified(Received request, WebhookSecret secret) {
    assertThat(request.headers().get("webhook-id"))
        .isEqualTo("0199f3b2-7c00-7000-8000-000000000001");
    return new WebhookVerifier(List.of(secret), InstantSource.fixed(WebhookMessages.AT))
        .verify(
            request.headers().get("webhook-id"),
            request.headers().get("webhook-timestamp"),
            request.headers().get("webhook-signature"),
            request.body().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void writeHead(OutputStream out, String kind) throws IOException {
    write(out, "HTTP/1.1 " + (kind.endsWith("answers") ? "103 X" : "200 OK") + "\r\n");
    if (kind.startsWith("one")) {
      write(out, "A: ");
    }
    for (var i = 0; i < 16_000; i++) {
      write(
          out,
          switch (kind) {
            case "one header of 16 MB" -> "a".repeat(1_000);
            case "very many headers" -> "A" + i + ": b\r\n";
            default -> "A: b\r\n\r\nHTTP/1.1 103 X\r\n";
          });
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
