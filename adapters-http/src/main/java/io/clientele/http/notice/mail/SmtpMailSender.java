package io.clientele.http.notice.mail;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.MailRefused;
import io.clientele.domain.notice.MailSender;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends mails by SMTP, each by a connection of its own. Certificates and host names are verified.
 * Safe for use by many threads.
 */
public final class SmtpMailSender implements MailSender, AutoCloseable {
  /** The time in which a connection must stand. */
  static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** The time in which the server must answer each command. */
  static final Duration READ_MAX = Duration.ofSeconds(15);

  /** The time of a whole call, after which the connection is closed. */
  static final Duration CALL_MAX = Duration.ofSeconds(30);

  private static final String PORT = "the mail server";
  private static final int AUTHENTICATION_FAILED = 535;
  private static final int REPLY_MIN = 400;

  private final SmtpServer server;
  private final Email from;
  private final Properties properties;
  private final Duration callMax;

  /** A virtual thread that waits for a socket closes it when it is interrupted. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Sends by this server, from this address. */
  public SmtpMailSender(SmtpServer server, Email from) {
    this(server, from, (SSLSocketFactory) SSLSocketFactory.getDefault(), CALL_MAX);
  }

  /** Sends with the trust of these sockets, and within this time. */
  SmtpMailSender(SmtpServer server, Email from, SSLSocketFactory tls, Duration callMax) {
    this.server = server;
    this.from = from;
    this.callMax = callMax;
    this.properties = properties(server, from, tls);
  }

  private static Properties properties(SmtpServer server, Email from, SSLSocketFactory tls) {
    var sender = MailMessage.address(from);
    var properties = new Properties();
    set(properties, "from", sender);
    set(properties, "localhost", sender.substring(sender.indexOf('@') + 1));
    set(properties, "connectiontimeout", Long.toString(CONNECT_MAX.toMillis()));
    set(properties, "timeout", Long.toString(READ_MAX.toMillis()));
    set(properties, "quitwait", "false");
    set(properties, "allowutf8", "true");
    set(properties, "auth", Boolean.toString(server.user() != null));
    set(properties, "auth.mechanisms", "PLAIN LOGIN");
    set(properties, "ssl.enable", Boolean.toString(server.security() == SmtpServer.Security.TLS));
    var isUpgraded = Boolean.toString(server.security() == SmtpServer.Security.STARTTLS);
    set(properties, "starttls.enable", isUpgraded);
    set(properties, "starttls.required", isUpgraded);
    set(properties, "ssl.checkserveridentity", "true");
    set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    return properties;
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }

  @Override
  public void send(Mail mail) {
    var transfer =
        threads.submit(
            () -> {
              transfer(mail);
              return true;
            });
    try {
      transfer.get(callMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw fault(Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (TimeoutException slow) {
      throw new PortUnavailable(PORT, slow);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable(PORT, stopping);
    } finally {
      transfer.cancel(true);
    }
  }

  /** Ends all calls. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void transfer(Mail mail) throws MessagingException {
    var session = Session.getInstance(properties);
    var message = MailMessage.of(session, from, mail);
    var transport = session.getTransport("smtp");
    try {
      transport.connect(server.host(), server.port(), server.user(), server.password());
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      close(transport);
    }
  }

  /** Closes a connection; that this fails does not change what became of the mail. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException closed) {
      // The connection is gone, which is what is wanted.
    }
  }

  private static RuntimeException fault(Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      return new MailRefused(AUTHENTICATION_FAILED);
    }
    @Nullable Throwable each = failure;
    while (each instanceof MessagingException one) {
      var code = code(one);
      if (code >= REPLY_MIN) {
        return new MailRefused(code);
      }
      each = one.getNextException();
    }
    return new PortUnavailable(PORT, failure);
  }

  /** The reply code of the server; less than 400 if it gave none. */
  private static int code(MessagingException failure) {
    return switch (failure) {
      case SMTPSendFailedException sending -> sending.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPAddressFailedException address -> address.getReturnCode();
      default -> 0;
    };
  }
}
