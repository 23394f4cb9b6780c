package io.clientele.http.notice.mail;

import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail in its MIME form. It contains no name, so that no name can add a header. */
final class MailMessage extends MimeMessage {
  private static final String TEXT = "text/plain; charset=utf-8";

  /** As RFC 5322 writes it. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final String messageId;

  private MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Returns the message of a mail that this address sends. */
  static MailMessage of(Session session, Email from, Mail mail) throws MessagingException {
    var sender = address(from);
    var host = sender.substring(sender.indexOf('@') + 1);
    var message = new MailMessage(session, "<" + mail.id() + "@" + host + ">");
    message.setFrom(new InternetAddress(sender, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(address(mail.to()), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setHeader("Date", DATE.format(mail.at().atOffset(ZoneOffset.UTC)));
    message.setHeader("Content-Language", mail.language().text());
    message.setHeader("Auto-Submitted", "auto-generated");
    var body = mail.body().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(new DataHandler(new ByteArrayDataSource(body, TEXT)));
    message.setHeader("Content-Type", TEXT);
    message.setHeader("Content-Transfer-Encoding", "quoted-printable");
    message.saveChanges();
    return message;
  }

  /** Returns the address with its host in ASCII, as servers of any age take it. */
  static String address(Email email) {
    var at = email.value().indexOf('@');
    return email.value().substring(0, at + 1) + IDN.toASCII(email.value().substring(at + 1));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
