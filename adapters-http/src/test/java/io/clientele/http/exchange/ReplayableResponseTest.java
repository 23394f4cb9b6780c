package io.clientele.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayableResponseTest {
  static Stream<ReplayableResponse> responses() {
    return Stream.of(
        new ReplayableResponse(201, "/v1/accounts/1", "\"1\"", "{\"name\":\"Zoë 🦊\"}\n \t"),
        new ReplayableResponse(200, null, "\"7\"", "a\r\n\r\nb: c\r\n\r\n"),
        new ReplayableResponse(202, "/v1/operations/1", null, "{}"),
        new ReplayableResponse(204, null, null, ""));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void aStoredResponseIsDecodedAsItWasEncoded(ReplayableResponse response) {
    assertThat(ReplayableResponse.decode(response.encode())).isEqualTo(response);
  }

  /** The migration of responses that were stored in columns writes this text. */
  @Test
  void theEncodingIsAnHttpMessage() {
    var stored = new ReplayableResponse(201, "/v1/accounts/1", "\"1\"", "{}").encode();
    assertThat(stored.mediaType()).isEqualTo("message/http");
    assertThat(new String(stored.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("HTTP/1.1 201 \r\nLocation: /v1/accounts/1\r\nETag: \"1\"\r\n\r\n{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 \r\n", "200\r\n\r\n{}"})
  void anythingElseIsABug(String text) {
    var stored = new StoredResponse("message/http", text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ReplayableResponse.decode(stored))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherEncodingIsABug() {
    var bytes = new ReplayableResponse(204, null, null, "").encode().bytes();
    assertThatThrownBy(() -> ReplayableResponse.decode(new StoredResponse("text/plain", bytes)))
        .isInstanceOf(IllegalStateException.class);
  }
}
