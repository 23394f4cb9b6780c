package io.clientele.http.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** Products whose views are counted by reads of the store. */
final class ViewedProducts {
  private ViewedProducts() {}

  /** Creates a service whose SKU is its title, reads it so often, and flushes the views. */
  static void viewed(int port, String sku, int views) {
    var caller = new TestClient(port);
    var body =
        "{\"sku\":\"%s\",\"title\":\"%s\",\"kind\":\"service\",\"status\":\"active\"}"
            .formatted(sku, sku);
    var created = caller.call("POST", "/v1/products", body);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    var path = "/store/v1" + created.header("Location").substring("/v1".length());
    IntStream.range(0, views).forEach(i -> assertThat(statusOfVisitor(port, path)).isEqualTo(200));
    caller.call("POST", "/v1/view-flushes", "");
  }

  private static int statusOfVisitor(int port, String path) {
    try (var wire = new RawSocketClient(port)) {
      wire.send(RawSocketClient.anonymous("GET", path, ""));
      return wire.read(false).status();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
