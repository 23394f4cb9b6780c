package io.clientele.http.notice.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks SMTP until a command that its script answers otherwise: by another reply, by the end of
 * the connection, or not at all.
 */
final class ScriptedMailServer implements AutoCloseable {
  /** The name of the end of the data in a script. */
  static final String END_OF_DATA = ".";

  /** The name of the greeting in a script. */
  static final String GREETING = "greeting";

  /** A script's answer that ends the connection. */
  static final String DROP = "drop";

  /** A script's answer that never comes. */
  static final String HANG = "hang";

  private static final String DATA = "DATA";

  private final ServerSocket server;
  private final Map<String, String> script;
  private final AtomicInteger transferred = new AtomicInteger();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private ScriptedMailServer(Map<String, String> script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** Starts a server that answers one command by this. */
  static ScriptedMailServer answering(String command, String answer) {
    return new ScriptedMailServer(Map.of(command, answer));
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many mails were transferred whole. */
  int transferred() {
    return transferred.get();
  }

  /** Counts down when a client closes a connection that hangs. */
  CountDownLatch hungUp() {
    return hungUp;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        converse(socket);
      } catch (IOException closed) {
        // The client hangs up, or the test ends.
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var isOpen = answer(socket, in, GREETING, "220 ready");
    for (var line = isOpen ? in.readLine() : null; line != null; ) {
      var command = line.split("[ :]", 2)[0];
      isOpen = answer(socket, in, command, command.equals(DATA) ? "354 go on" : "250 fine");
      if (isOpen && command.equals(DATA) && !script.containsKey(DATA)) {
        takeText(in);
        isOpen = answer(socket, in, END_OF_DATA, "250 taken");
      }
      line = isOpen ? in.readLine() : null;
    }
  }

  private void takeText(BufferedReader in) throws IOException {
    for (var line = in.readLine(); !END_OF_DATA.equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("the client hangs up within the text");
      }
    }
    transferred.incrementAndGet();
  }

  private boolean answer(Socket socket, BufferedReader in, String command, String usual)
      throws IOException {
    var reply = script.getOrDefault(command, usual);
    if (reply.equals(DROP)) {
      return false;
    }
    if (reply.equals(HANG)) {
      if (in.read() < 0) {
        hungUp.countDown();
      }
      return false;
    }
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return true;
  }
}
