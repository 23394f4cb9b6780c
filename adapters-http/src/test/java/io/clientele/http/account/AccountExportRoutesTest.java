package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.PortReplacement;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.AccountSample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccountExportRoutesTest {
  private static final String EXPORT = "/v1/accounts/export?format=";
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpResponse<String> get(int port, String target, String accept)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var at = URI.create("http://127.0.0.1:" + port + target);
      var request =
          HttpRequest.newBuilder(at)
              .header("Accept", accept)
              .header("Authorization", "Bearer " + InMemoryIdentity.ADMIN_BEARER)
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return get(service.port(), target, "*/*");
  }

  @Test
  void everyAccountOfTheFilterIsALineOldestFirst() throws Exception {
    IntStream.range(0, 250).forEach(i -> caller.open("Client " + i));
    caller.open("Ada");
    var all = get(EXPORT + "ndjson");
    assertThat(all.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("application/x-ndjson");
    assertThat(all.body().lines()).hasSize(251);
    var first = new JsonMapper().readTree(all.body().lines().findFirst().orElseThrow());
    assertThat(first.path("name").asString()).isEqualTo("Client 0");
    assertThat(get(EXPORT + "ndjson&q=ada").body().lines()).hasSize(1);
    assertThat(get(EXPORT + "ndjson&status=closed").body()).isEmpty();
  }

  @Test
  void aTableHasAHeaderAndNoFormulas() throws Exception {
    caller.open("=HYPERLINK(1)");
    caller.open("Lovelace, \\\"Ada\\\"");
    var answer = get(EXPORT + "csv");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(answer.body()).startsWith("\ufeff");
    var records = CsvReader.builder().ofCsvRecord(answer.body().substring(1)).stream().toList();
    assertThat(records.get(0).getFields()).startsWith("id", "name", "email");
    assertThat(records.get(0).getFields()).endsWith("emailVerified");
    assertThat(records.get(1).getFields()).endsWith("false");
    assertThat(records.get(1).getField(1)).isEqualTo("'=HYPERLINK(1)");
    assertThat(records.get(2).getField(1)).isEqualTo("Lovelace, \"Ada\"");
    assertThat(answer.body()).contains("\r\n");
  }

  @Test
  void aHeadRequestAnswersTheTypeAndExportsNothing() throws Exception {
    var head = caller.call("HEAD", EXPORT + "csv", "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).startsWith("text/csv");
    assertThat(head.header("Content-Disposition")).endsWith("filename=\"accounts.csv\"");
    assertThat(head.header("Content-Length")).isNull();
    caller.open("Ada");
    var whole = get(EXPORT + "ndjson").headers();
    assertThat(whole.firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"accounts.ndjson\"");
    assertThat(caller.get(EXPORT + "xml").status()).isEqualTo(400);
    assertThat(caller.get("/v1/accounts/export").status()).isEqualTo(400);
    assertThat(get(EXPORT + "csv&sort=name").statusCode()).isEqualTo(400);
    assertThat(get(service.port(), EXPORT + "csv", "application/x-ndjson").statusCode())
        .isEqualTo(406);
    assertThat(get(service.port(), EXPORT + "csv", "text/*").statusCode()).isEqualTo(200);
  }

  @Test
  void aFailureDuringAnExportLeavesTheBodyUnfinished() {
    var inner = new InMemoryAccounts();
    var sample = new AccountSample(1);
    IntStream.range(0, 600).forEach(i -> inner.save(sample.opening()));
    try (var failing =
        new InMemoryServer(
            HttpConfig.of("127.0.0.1", 0),
            new PortReplacement<>(AccountDirectory.class, new SecondPageFails(inner)))) {
      for (var format : List.of("ndjson", "csv")) {
        assertThatThrownBy(() -> get(failing.port(), EXPORT + format, "*/*"))
            .as(format)
            .isInstanceOf(IOException.class);
      }
    }
  }

  /** A store that goes away while it is walked. */
  private record SecondPageFails(AccountDirectory inner) implements AccountDirectory {
    @Override
    public AccountPage list(AccountQuery query) {
      if (query.after() != null) {
        throw new PortUnavailable("accounts", new IOException("gone"));
      }
      return inner.list(query);
    }
  }
}
