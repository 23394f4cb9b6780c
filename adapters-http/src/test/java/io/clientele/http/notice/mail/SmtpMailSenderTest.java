package io.clientele.http.notice.mail;

import static io.clientele.http.notice.mail.MailSamples.FROM;
import static io.clientele.http.notice.mail.MailSamples.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.notice.MailRefused;
import io.clientele.http.testing.TestCertificates;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

class SmtpMailSenderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private static Path folder;
  private static TestCertificates certificates;

  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    certificates = TestCertificates.make(folder);
  }

  @Test
  void aMailArrivesAsItWasWritten() throws Exception {
    try (var server = new TestMailServer(UnaryOperator.identity())) {
      send("smtp://localhost:%d?starttls=none".formatted(server.port()));
      var received = server.received().getFirst();
      assertThat(received.from()).isEqualTo("notices@service.example");
      assertThat(received.to()).isEqualTo("ada@example.com");
      var message = received.message();
      assertThat(message.getSubject()).isEqualTo("Um webhook foi desativado: ação");
      assertThat(message.getContentType()).isEqualTo("text/plain; charset=utf-8");
      assertThat(new String(message.getInputStream().readAllBytes(), "UTF-8"))
          .isEqualTo("O serviço desativou o webhook.\r\n.\r\nFim\r\n");
      assertThat(message.getHeader("Date")).containsExactly("Fri, 20 Nov 2026 12:00:00 +0000");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getHeader("Content-Language")).containsExactly("pt");
      assertThat(message.getMessageID())
          .isEqualTo("<0199f3b2-7c00-7000-8000-000000000001@service.example>");
    }
  }

  @Test
  void theHostOfAnAddressIsWrittenInAscii() {
    try (var server = new TestMailServer(UnaryOperator.identity())) {
      var url = "smtp://localhost:%d?starttls=none".formatted(server.port());
      sender(url).send(mail("ada@bücher.example"));
      assertThat(server.received().getFirst().to()).isEqualTo("ada@xn--bcher-kva.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtps", "smtp"})
  void aLoginIsSentByTlsOnly(String scheme) throws Exception {
    var keys = certificates.of("local");
    try (var server =
        new TestMailServer(
            options ->
                (scheme.equals("smtps")
                        ? options.serverSocketFactory(keys)
                        : options.enableTLS().requireTLS().startTlsSocketFactory(keys))
                    .requireAuth()
                    .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory(SmtpMailSenderTest::check)))) {
      var place = "@localhost:" + server.port();
      send(scheme + "://notices:s%3Acret+1" + place);
      assertThat(server.received()).hasSize(1);
      assertThat(refusal(scheme + "://notices:wrong" + place).code()).isEqualTo(535);
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"smtps,valid", "smtps,self-signed", "smtp,valid", "smtp,self-signed"})
  void aServerWithAnotherCertificateGetsNothing(String scheme, String alias) throws Exception {
    var keys = certificates.of(alias);
    try (var server =
        new TestMailServer(
            options ->
                scheme.equals("smtps")
                    ? options.serverSocketFactory(keys)
                    : options.enableTLS().startTlsSocketFactory(keys))) {
      assertUnavailable(scheme + "://localhost:" + server.port());
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aServerWithoutTheRequiredTlsGetsNothing() {
    try (var server = new TestMailServer(UnaryOperator.identity())) {
      assertUnavailable("smtp://localhost:" + server.port());
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,451 later,451", "MAIL,550 never,550", "RCPT,450 busy,450", "RCPT,550 unknown,550",
    "DATA,421 closing,421", "DATA,554 no,554", ".,452 full,452", ".,552 too large,552"
  })
  void aReplyThatRefusesTheMailIsToldByItsCode(String command, String reply, int code) {
    try (var server = ScriptedMailServer.answering(command, reply)) {
      assertThat(refusal(plain(server)).code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedMailServer.GREETING, "EHLO", "RCPT", "DATA"})
  void aConnectionThatEndsIsUnavailable(String command) {
    try (var server = ScriptedMailServer.answering(command, ScriptedMailServer.DROP)) {
      assertUnavailable(plain(server));
    }
  }

  @Test
  void anAnswerThatIsLostAfterTheDataIsUnavailable() {
    try (var server =
        ScriptedMailServer.answering(ScriptedMailServer.END_OF_DATA, ScriptedMailServer.DROP)) {
      assertUnavailable(plain(server));
      assertThat(server.transferred()).isEqualTo(1);
    }
  }

  @Test
  void anEndOfTheConnectionAfterTheAnswerIsNoFailure() {
    try (var server = ScriptedMailServer.answering("QUIT", ScriptedMailServer.DROP)) {
      send(plain(server));
      assertThat(server.transferred()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedMailServer.GREETING, "RCPT", ScriptedMailServer.END_OF_DATA})
  void aServerThatHangsIsGivenUpAndItsConnectionClosed(String command) throws Exception {
    try (var server = ScriptedMailServer.answering(command, ScriptedMailServer.HANG);
        var sender =
            new SmtpMailSender(
                SmtpServer.parse(plain(server)),
                FROM,
                certificates.trusting().getSocketFactory(),
                Duration.ofMillis(300))) {
      var began = System.nanoTime();
      assertThatThrownBy(() -> sender.send(mail("ada@example.com")))
          .isInstanceOf(PortUnavailable.class);
      assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(4).toNanos());
      assertThat(server.hungUp().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRefusedConnectionIsUnavailable() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertUnavailable("smtp://localhost:%d?starttls=none".formatted(port));
  }

  private static void check(String user, String password, Object context)
      throws LoginFailedException {
    if (!user.equals("notices") || !password.equals("s:cret+1")) {
      throw new LoginFailedException();
    }
  }

  private static String plain(ScriptedMailServer server) {
    return "smtp://localhost:%d?starttls=none".formatted(server.port());
  }

  private static void send(String url) {
    sender(url).send(mail("ada@example.com"));
  }

  private static MailRefused refusal(String url) {
    return catchThrowableOfType(MailRefused.class, () -> send(url));
  }

  private static void assertUnavailable(String url) {
    assertThatThrownBy(() -> send(url)).isInstanceOf(PortUnavailable.class);
  }

  private static SmtpMailSender sender(String url) {
    try {
      var tls = certificates.trusting().getSocketFactory();
      return new SmtpMailSender(SmtpServer.parse(url), FROM, tls, PATIENCE);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
