package io.clientele.http.notice.mail;

import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.NoticeLanguage;
import java.time.Instant;

/** Mails for the tests. */
final class MailSamples {
  static final Email FROM = new Email("notices@service.example");

  private MailSamples() {}

  static Mail mail(String to) {
    return new Mail(
        "0199f3b2-7c00-7000-8000-000000000001",
        new Email(to),
        NoticeLanguage.PT,
        Instant.parse("2026-11-20T12:00:00Z"),
        "Um webhook foi desativado: ação",
        "O serviço desativou o webhook.\n.\nFim\n");
  }
}
