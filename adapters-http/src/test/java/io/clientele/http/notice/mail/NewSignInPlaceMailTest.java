package io.clientele.http.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.notice.AnnounceNewPlaces;
import io.clientele.application.notice.AnnounceNotice;
import io.clientele.application.notice.SendNotice;
import io.clientele.application.task.RunTasks;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.InMemoryNoticeContext;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.notice.InMemoryNotices;
import io.clientele.inmemory.task.InMemoryTasks;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server receives the notices of sign-ins that came over HTTP. */
class NewSignInPlaceMailTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final TestMailServer server = new TestMailServer(UnaryOperator.identity());
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient admin = new TestClient(service.port());
  private final InMemoryIdentity identity = service.context(InMemoryIdentity.class);
  private AnnounceNewPlaces announceNewPlaces;
  private RunTasks runTasks;

  @BeforeEach
  void wire() {
    var choices = service.context(InMemoryNoticeContext.class).choices();
    var tasks = new InMemoryTasks(new InMemoryChangeStore());
    var notices = new InMemoryNotices(choices, tasks);
    announceNewPlaces =
        new AnnounceNewPlaces(identity.sessions.places(), new AnnounceNotice(notices, true, CLOCK));
    var url = "smtp://localhost:%d?starttls=none".formatted(server.port());
    var sendNotice =
        new SendNotice(
            notices,
            new SendNotice.Recipients(identity.operators, choices, InMemoryContexts.POLICY),
            new SmtpMailSender(SmtpServer.parse(url), MailSamples.FROM),
            CLOCK,
            isSent -> {});
    runTasks = new RunTasks(tasks, List.of(sendNotice), CLOCK, new Random(1), (kind, ending) -> {});
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  @Test
  void theOperatorIsToldOnceInItsLanguageAndNotOfItsFirstSignIn() throws Exception {
    choose("{\"kinds\":[\"new-sign-in-place\"],\"language\":\"pt\"}");
    signIn("Firefox/145.0");
    signIn("Firefox/145.0");
    work();
    assertThat(server.received()).isEmpty();
    signIn("Chrome/142.0");
    var session = identity.sessions.places().unreported(1).getFirst().session();
    work();
    signIn("Chrome/143.0");
    work();
    assertThat(server.received()).hasSize(1);
    var received = server.received().getFirst();
    assertThat(received.to()).isEqualTo(InMemoryIdentity.ADMIN_EMAIL);
    assertThat(received.message().getSubject()).isEqualTo("Você entrou de um lugar novo");
    assertThat(new String(received.message().getInputStream().readAllBytes(), "UTF-8"))
        .contains(session.toString())
        .doesNotContain("127.0.0", "Chrome", "chrome");
  }

  @Test
  void anOperatorThatDidNotChooseTheNoticeGetsNone() throws IOException {
    choose("{\"kinds\":[\"import-done\"]}");
    signIn("Firefox/145.0");
    signIn("Chrome/142.0");
    work();
    choose("{\"kinds\":[\"new-sign-in-place\"]}");
    work();
    assertThat(server.received()).isEmpty();
  }

  private void work() {
    announceNewPlaces.announce();
    runTasks.run();
  }

  private void choose(String choice) {
    var patch = "Content-Type: application/merge-patch+json";
    assertThat(admin.call("PATCH", "/v1/me/notices", choice, patch).status()).isEqualTo(200);
  }

  private void signIn(String agent) throws IOException {
    var body =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(RawSocketClient.anonymous("POST", "/v1/sessions", body, "User-Agent: " + agent));
      assertThat(wire.read(false).status()).isEqualTo(201);
    }
  }
}
