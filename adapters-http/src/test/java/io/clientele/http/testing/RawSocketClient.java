package io.clientele.http.testing;

import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A raw socket: sends bytes as they are, where an HTTP client would put them right. */
public final class RawSocketClient implements AutoCloseable {
  /** The header by which the administrator is known. */
  public static final String ADMIN = "Authorization: Bearer " + InMemoryIdentity.ADMIN_BEARER;

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;

  public RawSocketClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** An answer; {@code status} is 0 where the server closed without one. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  /** Sends on a connection of its own and reads one answer. */
  public static Answer exchange(int port, String bytes) throws IOException {
    try (var wire = new RawSocketClient(port)) {
      wire.send(bytes);
      return wire.read();
    }
  }

  /** A request with a JSON body, or none, by the administrator unless a header says otherwise. */
  public static String request(String method, String target, String body, String... headers) {
    var isKnown = String.join(",", headers).toLowerCase(Locale.ROOT).contains("authorization:");
    var all = new ArrayList<>(List.of(headers));
    if (!isKnown) {
      all.add(ADMIN);
    }
    return anonymous(method, target, body, all.toArray(String[]::new));
  }

  /** Returns the text of a request without credentials. */
  public static String anonymous(String method, String target, String body, String... headers) {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: clientele\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      var length = body.getBytes(StandardCharsets.UTF_8).length;
      head.append("Content-Length: ").append(length).append("\r\n");
      if (String.join(",", headers).toLowerCase(Locale.ROOT).indexOf("content-type:") < 0) {
        head.append("Content-Type: application/json\r\n");
      }
    }
    return head + "\r\n" + body;
  }

  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** The same for text that is a byte a character. */
  public void sendLatin1(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Ends our half: the server sees the end of what we say, and may still answer. */
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  /** Goes away as a crashed client does, with a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Whether the server has closed. */
  public boolean isClosed() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  /** Whether nothing has arrived that is not read yet. */
  public boolean hasNothingToRead() throws IOException {
    return socket.getInputStream().available() == 0;
  }

  public Answer read() throws IOException {
    return read(false);
  }

  /**
   * Reads one response. The response to {@code HEAD} has no body, even with a {@code
   * Content-Length}.
   */
  public Answer read(boolean isHead) throws IOException {
    var status = line();
    if (status.isEmpty()) {
      return new Answer(0, Map.of(), "");
    }
    var headers = new TreeMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, other) -> one + ", " + other);
    }
    var length = isHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = socket.getInputStream().readNBytes(length);
    return new Answer(
        Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    try {
      for (var c = socket.getInputStream().read(); c >= 0 && c != '\n'; ) {
        line.write(c);
        c = socket.getInputStream().read();
      }
    } catch (java.net.SocketException reset) {
      return "";
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
