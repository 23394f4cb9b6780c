package io.clientele.benchmark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A connection on which one request after the other is refused. */
public final class KeptConnection implements AutoCloseable {
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final String CLOSE = "\r\nconnection: close\r\n";
  private static final String END = "\r\n\r\n";

  private final Socket socket;

  public KeptConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Sends this request and reads its answer; false if the service then closes the connection. */
  public boolean isKeptAfter(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var head = head();
    var begin = head.indexOf(LENGTH) + LENGTH.length();
    var length = Integer.parseInt(head.substring(begin, head.indexOf('\r', begin)));
    socket.getInputStream().skipNBytes(length);
    return !head.contains(CLOSE);
  }

  private String head() throws IOException {
    var head = new ByteArrayOutputStream();
    var text = "";
    while (!text.endsWith(END)) {
      var next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException();
      }
      head.write(next);
      text = next == '\n' ? head.toString(ISO_8859_1).toLowerCase(Locale.ROOT) : text;
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
