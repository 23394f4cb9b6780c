package io.clientele.http.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.CustomerClient;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnOrderStreamTest {
  private static final int PATIENCE_MILLIS = 10_000;

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient operations = new TestClient(service.port());
  private final AccountId account = operations.open("Ada Lovelace");
  private final CustomerClient customer = new CustomerClient(service, account);
  private final String order = placed();

  @AfterEach
  void stop() {
    service.close();
  }

  private String placed() {
    operations.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var created =
        operations.call(
            "POST",
            "/v1/products",
            "{\"sku\":\"ADVICE\",\"title\":\"Advice\",\"kind\":\"service\",\"status\":\"active\"}");
    operations.call(
        "POST", created.header("Location") + "/prices", "{\"currency\":\"USD\",\"amount\":\"0\"}");
    var path = CustomerClient.newOrder();
    var body = CustomerClient.order(created.json().path("id").asString(), "USD", "1");
    assertThat(customer.call("PUT", path, body).status()).isEqualTo(201);
    return path;
  }

  /** One open stream. */
  private final class Reader implements AutoCloseable {
    private final Socket socket = new Socket("127.0.0.1", service.port());
    private final BufferedReader in;

    Reader(String... headers) throws IOException {
      this(customer, headers);
    }

    Reader(CustomerClient customer, String... headers) throws IOException {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var all = new ArrayList<>(List.of(headers));
      all.add(customer.authorization());
      all.add("Connection: close");
      var request =
          RawSocketClient.anonymous("GET", order + "/events", "", all.toArray(String[]::new));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns the next line that begins so; null at the end of the stream. */
    @Nullable String next(String begin) throws IOException {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(begin)) {
          return line;
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void aStreamShowsTheOrderNowAndAfterEachChange() throws IOException {
    try (var reader = new Reader()) {
      assertThat(reader.next("HTTP/1.1 ")).isEqualTo("HTTP/1.1 200 OK");
      assertThat(reader.next("id: ")).isEqualTo("id: 1");
      assertThat(reader.next("data: "))
          .contains("\"payment\":\"held\"")
          .doesNotContain("accountId");
      customer.call("POST", order + "/confirmation", "");
      assertThat(reader.next("id: ")).isEqualTo("id: 2");
      assertThat(reader.next("data: ")).contains("\"payment\":\"captured\"");
    }
  }

  @Test
  void aVersionThatTheClientHasIsNotSentAgain() throws IOException {
    try (var reader = new Reader("Last-Event-ID: 1")) {
      assertThat(reader.next(":")).isEqualTo(":");
      customer.call("POST", order + "/cancellation", "");
      assertThat(reader.next("id: ")).isEqualTo("id: 2");
    }
    try (var reader = new Reader("Last-Event-ID: x")) {
      assertThat(reader.next("HTTP/1.1 ")).isEqualTo("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void aStreamEndsWithItsToken() throws IOException {
    var soon = Instant.now().plusSeconds(1);
    try (var reader = new Reader(new CustomerClient(service, account, soon))) {
      assertThat(reader.next("id: ")).isEqualTo("id: 1");
      assertThat(reader.next("id: ")).isNull();
      assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }
  }

  @Test
  void anAccountHasFourStreams() throws IOException {
    var open = new ArrayList<Reader>();
    for (var i = 0; i < 4; i++) {
      open.add(new Reader());
      assertThat(open.getLast().next("id: ")).isEqualTo("id: 1");
    }
    try (var fifth = new Reader()) {
      assertThat(fifth.next("HTTP/1.1 ")).isEqualTo("HTTP/1.1 503 Service Unavailable");
    }
    for (var reader : open) {
      reader.close();
    }
  }
}
