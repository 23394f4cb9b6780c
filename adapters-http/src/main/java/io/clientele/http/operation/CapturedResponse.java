package io.clientele.http.operation;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response that is kept in memory. */
final class CapturedResponse extends HttpServletResponseWrapper {
  /** Headers that tell of the result; the others are of the connection or of this service. */
  private static final List<String> KEPT =
      List.of("Content-Type", "ETag", "Location", "Idempotent-Replayed");

  private static final String CONTENT_TYPE = "Content-Type";

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final BodyStream body = new BodyStream();
  private int status = 200;

  CapturedResponse() {
    super(Unsupported.of(HttpServletResponse.class));
  }

  /** Returns what is stored of the response. */
  HttpMessage message() {
    var kept = new HashMap<String, String>();
    for (var name : KEPT) {
      var value = headers.get(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return new HttpMessage(
        Integer.toString(status), kept, body.bytes.toString(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    headers.merge(name, value, (one, other) -> one + ", " + other);
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    var value = headers.get(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public Collection<String> getHeaderNames() {
    return List.copyOf(headers.keySet());
  }

  @Override
  public void setContentType(@Nullable String type) {
    setHeader(CONTENT_TYPE, type);
  }

  @Override
  public @Nullable String getContentType() {
    return headers.get(CONTENT_TYPE);
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return null;
  }

  @Override
  public void setCharacterEncoding(@Nullable String name) {
    // JSON is in UTF-8 without saying so.
  }

  @Override
  public void setContentLength(int length) {
    // The length of what is kept tells it.
  }

  @Override
  public void setContentLengthLong(long length) {
    // The length of what is kept tells it.
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return body;
  }

  @Override
  public void resetBuffer() {
    body.bytes.reset();
  }

  @Override
  public void flushBuffer() {
    // Nothing is sent.
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  /** A body in memory. */
  private static final class BodyStream extends ServletOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      bytes.write(from, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("a response in memory is written by blocking calls");
    }
  }
}
