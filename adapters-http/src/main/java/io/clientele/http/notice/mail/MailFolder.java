package io.clientele.http.notice.mail;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Writes mails to a folder instead of sending them, each as one {@code .eml} file that mail
 * programs open. A mail that is sent again replaces its file. Safe for use by many threads.
 */
public final class MailFolder implements MailSender {
  private final Path folder;
  private final Email from;
  private final Session session = Session.getInstance(new Properties());

  /** Writes mails of this address to this folder, which is created when it does not exist. */
  public MailFolder(Path folder, Email from) {
    this.folder = folder;
    this.from = from;
  }

  @Override
  public void send(Mail mail) {
    try {
      Files.createDirectories(folder);
      var part = Files.createTempFile(folder, mail.id(), ".part");
      try (var out = Files.newOutputStream(part)) {
        MailMessage.of(session, from, mail).writeTo(out);
      }
      Files.move(part, folder.resolve(mail.id() + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | MessagingException failed) {
      throw new PortUnavailable("the folder of mails", failed);
    }
  }
}
