package io.clientele.http.operation;

import io.clientele.domain.operation.OperationMessage;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request or a response as it is stored: a start line, headers and a body, in the shape of an
 * HTTP message (RFC 9112). Values of headers are percent-encoded.
 *
 * @param start such as {@code POST /v1/products}, or a status
 * @param headers at most one value of each name
 * @param body each character is a byte
 */
record HttpMessage(String start, Map<String, String> headers, String body) {
  private static final String LINE_END = "\r\n";
  private static final String SEPARATOR = ": ";
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.UTF_8);

  HttpMessage {
    headers = Map.copyOf(headers);
  }

  OperationMessage encode() {
    var head = new StringBuilder(start);
    new TreeMap<>(headers)
        .forEach(
            (name, value) ->
                head.append(LINE_END)
                    .append(name)
                    .append(SEPARATOR)
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(HEAD_END);
    bytes.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
    return new OperationMessage(bytes.toByteArray());
  }

  /** Decodes what {@link #encode} encoded. */
  static HttpMessage decode(OperationMessage message) {
    var bytes = message.bytes();
    var end = headEnd(bytes);
    var lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split(LINE_END, -1);
    var headers = new TreeMap<String, String>();
    for (var i = 1; i < lines.length; i++) {
      var at = lines[i].indexOf(SEPARATOR);
      var value = lines[i].substring(at + SEPARATOR.length());
      headers.put(lines[i].substring(0, at), URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    var begin = end + HEAD_END.length;
    var body = new String(bytes, begin, bytes.length - begin, StandardCharsets.ISO_8859_1);
    return new HttpMessage(lines[0], headers, body);
  }

  private static int headEnd(byte[] bytes) {
    for (var i = 0; i <= bytes.length - HEAD_END.length; i++) {
      if (Arrays.equals(bytes, i, i + HEAD_END.length, HEAD_END, 0, HEAD_END.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not a message of this adapter");
  }

  /** Prints the start line only. The rest may be personal. */
  @Override
  public String toString() {
    return "HttpMessage[" + start + "]";
  }
}
