package io.clientele.testbed.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * An HTTP connection that sends each request once. The JDK's client may repeat a request, which
 * would count a view twice.
 */
public final class TestConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private boolean isLeft;

  public TestConnection(int port) throws IOException {
    this(port, PATIENCE_MILLIS);
  }

  /** Connects; this time limit holds for the connection and for each part of a response. */
  TestConnection(int port, int patienceMillis) throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patienceMillis);
    socket.setSoTimeout(patienceMillis);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** The status of the answer to a GET, once all of it is here. */
  public int get(String path, String bearer) throws IOException {
    ask(path, bearer, "");
    return answer();
  }

  /** Reads as {@link #get} does, without counting a view. */
  int look(String path, String bearer) throws IOException {
    ask(path, bearer, "Prefer: count-view=no\r\n");
    return answer();
  }

  /** The status of the next answer, once all of it is here. */
  public int answer() throws IOException {
    var status = Integer.parseInt(line().split(" ")[1]);
    var length = 0;
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
        length = Integer.parseInt(line.substring(16).strip());
      }
      isLeft |= line.equalsIgnoreCase("Connection: close");
    }
    in.skipNBytes(length);
    return status;
  }

  /** Whether the last response asked to close the connection. */
  public boolean isLeft() {
    return isLeft;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Resets the connection, as at the kill of a client, so that no port stays in TIME_WAIT. */
  public void abandon() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void ask(String path, String bearer, String more) throws IOException {
    send(
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
            .formatted(path, bearer, more));
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("cut");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
