package io.clientele.http.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it takes. */
final class TestMailServer implements AutoCloseable {
  private final SMTPServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** A mail as it came. */
  record Received(String from, String to, byte[] bytes) {
    MimeMessage message() throws MessagingException {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
  }

  /** Starts a server with these options. */
  TestMailServer(UnaryOperator<SMTPServer.Builder> options) {
    server =
        options
            .apply(
                SMTPServer.port(0)
                    .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                    .messageHandler(
                        (context, from, to, data) -> received.add(new Received(from, to, data))))
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop();
  }
}
