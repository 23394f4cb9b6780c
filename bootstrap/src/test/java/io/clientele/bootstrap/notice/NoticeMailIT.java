package io.clientele.bootstrap.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.Main;
import io.clientele.testbed.Await;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the service commits is announced by mail, though the process is killed right after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeMailIT {
  private static final String CHOICE = "{\"kinds\":[\"import-done\",\"new-sign-in-place\"]}";
  private static final String IMPORT = "name,email\nAda,ada@example.org\nBob,ada@example.org\n";

  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private Path mails;
  private PostgresProcess postgres;
  private Map<String, String> variables;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    mails = folder.resolve("mails");
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    variables =
        ServiceLauncher.variables(
            postgres.url("notices"), "none", Map.of("MAIL_FOLDER", mails.toString()));
  }

  @AfterAll
  void stop() {
    client.close();
    postgres.close();
  }

  @Test
  void whatAKilledProcessCommittedIsAnnouncedByTheNextOneOnce()
      throws IOException, InterruptedException {
    try (var service = ServiceLauncher.of(Main.class, folder, variables).awaitReady()) {
      assertThat(service.patch("/v1/me/notices", CHOICE).statusCode()).isEqualTo(200);
      signIn(service, "Firefox/145.0");
      importAccounts(service);
      service.kill();
    }
    try (var service = ServiceLauncher.of(Main.class, folder, variables).awaitReady()) {
      Await.until("both notices have arrived", () -> texts().size() >= 2);
      importAccounts(service);
      Await.until("the second import is announced", () -> texts().size() >= 3);
    }
    assertThat(texts())
        .filteredOn(text -> text.contains("Subject: An import of accounts ended"))
        .hasSize(2)
        .anyMatch(text -> text.contains("Detail: 1 / 2"))
        .anyMatch(text -> text.contains("Detail: 0 / 2"));
    assertThat(texts())
        .filteredOn(text -> text.contains("Subject: You signed in from a new place"))
        .singleElement()
        .asString()
        .contains("To: " + AdminSession.ADMIN.get("ADMIN_EMAIL"))
        .doesNotContain("127.0.0.1");
  }

  private void signIn(ServiceProcess service, String agent)
      throws IOException, InterruptedException {
    var body =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(
                AdminSession.ADMIN.get("ADMIN_EMAIL"), AdminSession.ADMIN.get("ADMIN_PASSWORD"));
    var request = request(service.uri("/v1/sessions"), "application/json", body);
    send(request.header("User-Agent", agent), 201);
  }

  private void importAccounts(ServiceProcess service) throws IOException, InterruptedException {
    var request = request(service.uri("/v1/accounts/import"), "text/csv", IMPORT);
    send(request.header("Authorization", "Bearer " + service.bearer()), 200);
  }

  private void send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private static HttpRequest.Builder request(URI uri, String type, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private List<String> texts() throws IOException {
    if (!Files.isDirectory(mails)) {
      return List.of();
    }
    try (var files = Files.list(mails)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(NoticeMailIT::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
