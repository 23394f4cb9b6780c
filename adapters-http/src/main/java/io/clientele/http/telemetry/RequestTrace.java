package io.clientele.http.telemetry;

import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which a request is found in logs and traces: its request id and its trace id. Both
 * follow from the request's headers and the response's {@code X-Request-Id}.
 *
 * @param traceId 32 hexadecimal digits, of W3C {@code traceparent} if there is one
 */
public record RequestTrace(String requestId, String traceId) {
  public static final String REQUEST_ID = "X-Request-Id";
  public static final String TRACEPARENT = "traceparent";
  private static final HexFormat HEX = HexFormat.of();
  private static final int ID_MAX = 128;
  private static final int PARENT_LENGTH = 55;
  private static final int TRACE_BEGIN = 3;
  private static final int TRACE_END = 35;

  public static RequestTrace of(String requestId, @Nullable String traceparent) {
    return new RequestTrace(
        requestId,
        traceparent != null && isParent(traceparent)
            ? traceparent.substring(TRACE_BEGIN, TRACE_END)
            : made(requestId));
  }

  /** Takes the ids from the request's span where telemetry is on, else from {@code traceparent}. */
  public static RequestTrace of(
      String requestId, @Nullable String traceparent, @Nullable Object span) {
    return span instanceof Span begun && begun.getSpanContext().isValid()
        ? new RequestTrace(requestId, begun.getSpanContext().getTraceId())
        : of(requestId, traceparent);
  }

  /**
   * Returns the {@code traceparent} by which the work that a request causes continues its trace: of
   * its span where telemetry is on, else the one that the client sent; null if there is none.
   */
  public static @Nullable String parent(@Nullable String traceparent, @Nullable Object span) {
    if (span instanceof Span begun && begun.getSpanContext().isValid()) {
      var of = begun.getSpanContext();
      var flags = of.getTraceFlags().asHex();
      return "00-" + of.getTraceId() + '-' + of.getSpanId() + '-' + flags;
    }
    return traceparent != null && isParent(traceparent)
        ? "00" + traceparent.substring(2, PARENT_LENGTH)
        : null;
  }

  /** Returns the ids of a request of the server. */
  public static RequestTrace of(Request request, String requestId) {
    return of(
        requestId,
        request.getHeaders().get(TRACEPARENT),
        request.getAttribute(RequestAttributes.SPAN));
  }

  /** The client's own id if it is one that is safe to repeat, else a new one. */
  public static String requestId(@Nullable String offered) {
    if (offered != null && isId(offered)) {
      return offered;
    }
    var random = ThreadLocalRandom.current();
    return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
  }

  private static boolean isId(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!(isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "._-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= ID_MAX;
  }

  /**
   * Version 00 has exactly this length; later ones may go on after a dash. All zeros name nothing.
   */
  private static boolean isParent(String text) {
    return text.length() >= PARENT_LENGTH
        && text.charAt(2) == '-'
        && text.charAt(TRACE_END) == '-'
        && text.charAt(52) == '-'
        && !text.startsWith("ff")
        && (text.length() == PARENT_LENGTH
            || !text.startsWith("00") && text.charAt(PARENT_LENGTH) == '-')
        && isName(text, 0, 2, true)
        && isName(text, TRACE_BEGIN, TRACE_END, false)
        && isName(text, 36, 52, false)
        && isName(text, 53, PARENT_LENGTH, true);
  }

  private static boolean isName(String text, int from, int to, boolean mayBeZero) {
    var zero = true;
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      if (!(isDigit(c) || c >= 'a' && c <= 'f')) {
        return false;
      }
      zero &= c == '0';
    }
    return mayBeZero || !zero;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** An id of ours has the shape of a trace; of any other the trace is a digest. */
  private static String made(String requestId) {
    if (requestId.length() == 32 && isName(requestId, 0, 32, false)) {
      return requestId;
    }
    var digest = UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.US_ASCII));
    return digest.toString().replace("-", "");
  }
}
