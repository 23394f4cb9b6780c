package io.clientele.http.account.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.context.InMemoryAccountContext;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Imports of bytes that are not UTF-8: refused as a whole, so that no replaced letter is stored.
 */
class ImportEncodingTest {
  private static final String CSV = "name,email\nAda,ada@example.com\nJosé,jose@example.com\n";
  private static final String NDJSON =
      "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}\n"
          + "{\"name\":\"José\",\"email\":\"jose@example.com\"}\n";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static InMemoryServer service;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, windows-1252",
    "text/csv, UTF-16",
    "text/csv, UTF-32",
    "application/x-ndjson, windows-1252",
    "application/x-ndjson, UTF-16"
  })
  void anotherEncodingIs400AndStoresNothing(String type, String charset) throws Exception {
    var answer =
        post(type, (type.endsWith("csv") ? CSV : NDJSON).getBytes(Charset.forName(charset)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"errors\":[{\"pointer\":\"#\",\"detail\":\"must be UTF-8\"}]");
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"c0 af, overlong", "ed a0 80, a surrogate", "f4 90 80 80, beyond Unicode", "c3, cut"})
  void invalidUtf8Is400(String hex, String name) throws Exception {
    var bytes = new String(HexFormat.ofDelimiter(" ").parseHex(hex), StandardCharsets.ISO_8859_1);
    var file = "name,email\nAda" + bytes + ",ada@example.com\n";
    var answer = post("text/csv", file.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.statusCode()).as(name).isEqualTo(400);
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
  }

  private static HttpResponse<String> post(String type, byte[] body)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + service.port() + "/v1/accounts/import");
    return CLIENT.send(
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + InMemoryIdentity.ADMIN_BEARER)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
