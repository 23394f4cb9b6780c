package io.clientele.http.testing;

import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls the service as a client does, a connection for each call. */
public final class TestClient {
  private final int port;
  private int opened;

  public TestClient(int port) {
    this.port = port;
  }

  public RawSocketClient.Answer get(String target, String... headers) {
    return call("GET", target, "", headers);
  }

  public RawSocketClient.Answer call(String method, String target, String body, String... headers) {
    try (var wire = new RawSocketClient(port)) {
      wire.send(request(method, target, body, headers));
      return wire.read(method.equals("HEAD"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Opens an account of this name, with an e-mail of its own. */
  public AccountId open(String name) {
    var email = "client" + opened++ + "@example.com";
    var answer =
        call("POST", "/v1/accounts", "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, email));
    assertThat(answer.status()).isEqualTo(201);
    return AccountId.parse(answer.json().path("id").asString());
  }
}
