package io.clientele.http.webhook.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on all addresses of this machine, which answers by a script and notes all connections.
 */
final class TestEndpoint implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** Writes what the endpoint answers to one request. */
  @FunctionalInterface
  interface Script {
    void answer(Received request, OutputStream out) throws IOException;
  }

  /** A request: its first line, its headers by their lower-case names, and its body. */
  record Received(String line, Map<String, String> headers, String body) {}

  private TestEndpoint(Script script) {
    this.script = script;
    try {
      server = new ServerSocket();
      server.bind(new InetSocketAddress(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static TestEndpoint of(Script script) {
    return new TestEndpoint(script);
  }

  /** Answers each request with this text. */
  static TestEndpoint answering(String text) {
    return new TestEndpoint(
        (request, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var request = new Received(line, headers(in), "");
        var length = Integer.parseInt(request.headers().getOrDefault("content-length", "0"));
        var body = new char[length];
        for (var read = 0; read < length; ) {
          read += Math.max(0, in.read(body, read, length - read));
        }
        var whole = new Received(line, request.headers(), new String(body));
        received.add(whole);
        script.answer(whole, socket.getOutputStream());
      }
    } catch (IOException gone) {
      // The client has closed the connection.
    }
  }

  private static Map<String, String> headers(BufferedReader in) throws IOException {
    var headers = new TreeMap<String, String>();
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      var colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("this is no HTTP");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }
}
