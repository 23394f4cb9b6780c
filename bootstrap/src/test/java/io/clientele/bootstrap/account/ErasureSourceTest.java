package io.clientele.bootstrap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.clientele.bootstrap.topology.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureSourceTest {
  private static final byte[] LIST = "01890a5d-ac96-774b-bcce-b302099a8057\n".getBytes();
  private static final int CHUNK = 1 << 20;

  @TempDir private static Path folder;
  private static HttpsServer server;
  private static ErasureSource source;

  @BeforeAll
  static void start() throws Exception {
    var context = TestCertificate.make(folder).context();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/list", exchange -> answer(exchange, 200, LIST));
    server.createContext("/expired", exchange -> answer(exchange, 403, LIST));
    server.createContext("/moved", ErasureSourceTest::redirect);
    server.createContext("/endless", ErasureSourceTest::endless);
    server.start();
    source = new ErasureSource(HttpClient.newBuilder().sslContext(context).build());
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsRead() throws IOException {
    var file = Files.write(folder.resolve("erased.log"), LIST);
    assertThat(source.bytes(file.toString())).isEqualTo(LIST);
  }

  @Test
  void theObjectOfAPresignedUrlIsRead() throws IOException {
    assertThat(source.bytes(url("/list?X-Amz-Signature=5ecret"))).isEqualTo(LIST);
  }

  @Test
  void anotherStatusThan200IsAFaultThatShowsNoSignature() {
    assertThatIOException()
        .isThrownBy(() -> source.bytes(url("/expired?X-Amz-Signature=5ecret")))
        .withMessageEndingWith("/expired: status 403");
  }

  /** A redirect could lead anywhere. */
  @Test
  void aRedirectIsNotFollowed() {
    assertThatIOException()
        .isThrownBy(() -> source.bytes(url("/moved")))
        .withMessageEndingWith("status 302");
  }

  @Test
  void aListWithoutAnEndIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> source.bytes(url("/endless")))
        .withMessageEndingWith("more than 64 MiB; split it");
  }

  @Test
  void anUnknownCertificateIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> new ErasureSource().bytes(url("/list")))
        .withMessageContaining("cannot read the list of erasures " + url("/list"));
  }

  @Test
  void aMalformedUrlIsAFaultThatShowsNoSignature() {
    assertThatIOException()
        .isThrownBy(() -> source.bytes("https://[?X-Amz-Signature=5ecret"))
        .withMessage("cannot read the list of erasures https://[: no URL");
  }

  private static String url(String path) {
    return "https://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/list");
    answer(exchange, 302, LIST);
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) '\n');
    while (true) {
      exchange.getResponseBody().write(chunk);
    }
  }
}
