package io.clientele.http.exchange;

import io.clientele.domain.kernel.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response that may be stored and given again byte for byte. It is stored as an HTTP message (RFC
 * 9112, {@code message/http}) with the headers that a repetition needs.
 *
 * @param location path of what was created; null if nothing was
 * @param tag entity tag of the state that the response shows; null if it shows none
 */
public record ReplayableResponse(
    int status, @Nullable String location, @Nullable String tag, String body) {
  private static final String MEDIA_TYPE = "message/http";
  private static final String VERSION = "HTTP/1.1 ";
  private static final String LINE_END = "\r\n";
  private static final String HEADERS_END = LINE_END + LINE_END;
  private static final String LOCATION = "Location";
  private static final String TAG = "ETag";

  /** Returns the form in which a store keeps this response. */
  public StoredResponse encode() {
    var message = new StringBuilder(VERSION).append(status).append(' ').append(LINE_END);
    append(message, LOCATION, location);
    append(message, TAG, tag);
    var bytes = message.append(LINE_END).append(body).toString().getBytes(StandardCharsets.UTF_8);
    return new StoredResponse(MEDIA_TYPE, bytes);
  }

  /**
   * Returns the response that was stored.
   *
   * @throws IllegalStateException if it is no response that {@link #encode} encoded
   */
  public static ReplayableResponse decode(StoredResponse stored) {
    var message = new String(stored.bytes(), StandardCharsets.UTF_8);
    var end = message.indexOf(HEADERS_END);
    if (!stored.mediaType().equals(MEDIA_TYPE) || end < 0 || !message.startsWith(VERSION)) {
      throw new IllegalStateException("not a response of this adapter: " + stored);
    }
    var lines = message.substring(VERSION.length(), end).split(LINE_END, -1);
    var headers = headers(lines);
    return new ReplayableResponse(
        Integer.parseInt(lines[0].strip()),
        headers.get(LOCATION),
        headers.get(TAG),
        message.substring(end + HEADERS_END.length()));
  }

  /** Returns the status. The body may be personal. */
  @Override
  public String toString() {
    return "ReplayableResponse " + status;
  }

  private static void append(StringBuilder message, String header, @Nullable String value) {
    if (value != null) {
      message.append(header).append(": ").append(value).append(LINE_END);
    }
  }

  private static Map<String, String> headers(String[] lines) {
    var headers = new HashMap<String, String>();
    for (var i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(": ");
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 2));
    }
    return headers;
  }
}
