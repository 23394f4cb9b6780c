package io.clientele.http.exchange;

import io.clientele.http.exchange.header.HeaderValueSplitter;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import tools.jackson.databind.JsonNode;

/** Reads a JSON body. Checks the media type first, then the size, then the content. */
public final class RequestBodies {
  /** The largest body of a route that declares no other, in bytes. */
  public static final int BYTES_MAX = StrictJsonParsers.LENGTH_MAX;

  /** The largest body of a route that anyone may call or that checks a password, in bytes. */
  public static final int ENTRANCE_BYTES_MAX = 4 * 1024;

  /** The attribute of a request that has a body. */
  public static final String PRESENT = "io.clientele.http.hasBody";

  private static final String BYTES = RequestBodies.class.getName();

  /** The first part of a body that is read or decoded at once, in bytes or characters. */
  private static final int PIECE = 1024;

  private static final String LIMIT = BYTES + ".limit";

  private RequestBodies() {}

  /**
   * Returns the body's value.
   *
   * @param mediaTypes that the route accepts
   * @param faults receives the faults of the text; the value contains the rest
   */
  public static JsonNode read(Context http, Set<String> mediaTypes, ValidationErrors faults) {
    return parse(text(http, mediaTypes, faults), faults);
  }

  /** The value of a body with many parts, as {@link #read} returns it: it may have more tokens. */
  public static JsonNode readParts(Context http, Set<String> mediaTypes, ValidationErrors faults) {
    return StrictJsonReader.readParts(text(http, mediaTypes, faults), faults);
  }

  /** Sets the largest body of this request, in place of {@link #BYTES_MAX}. */
  public static void limit(Context http, int bytesMax) {
    http.req().setAttribute(LIMIT, bytesMax);
  }

  /**
   * Refuses a too large body on a route without a body. A smaller one is ignored (RFC 9110, section
   * 9.3).
   */
  public static void ignore(Context http) {
    if (has(http)) {
      var _ = bytes(http);
    }
  }

  /** The body as it came, of any media type. */
  public static byte[] raw(Context http) {
    return has(http) ? bytes(http) : new byte[0];
  }

  /** Whether the request has a body. */
  public static boolean has(Context http) {
    return http.req().getAttribute(PRESENT) != null;
  }

  /** The value of a text that is a body, or a part of one. */
  public static JsonNode parse(String text, ValidationErrors faults) {
    return StrictJsonReader.read(text, faults);
  }

  /**
   * The value of a line of many: an object of these members, as {@link StrictJsonReader#readFlat}
   * reads it.
   */
  public static JsonNode parseFlat(String text, Set<String> known, ValidationErrors faults) {
    return StrictJsonReader.readFlat(text, known, faults);
  }

  /** The body as text. */
  public static String text(Context http, Set<String> mediaTypes, ValidationErrors faults) {
    return new String(utf8(http, mediaTypes, faults), StandardCharsets.UTF_8);
  }

  /** The bytes of a body that is text; they are valid UTF-8. */
  public static byte[] utf8(Context http, Set<String> mediaTypes, ValidationErrors faults) {
    requireType(http.req(), mediaTypes);
    var bytes = bytes(http);
    if (!isUtf8(bytes)) {
      faults.pointer(JsonPointers.ROOT, "must be UTF-8");
      faults.refuse();
    }
    return bytes;
  }

  /** Whether the bytes are valid UTF-8. Decodes them in small pieces, which are not kept. */
  private static boolean isUtf8(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(Math.min(bytes.length + 1, PIECE));
    var result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      result = decoder.decode(in, out.clear(), true);
    }
    return !result.isError();
  }

  /** Returns the media type of the body, without parameters. */
  public static String mediaType(Context http) {
    return lower(contentType(http.req()).split(";", -1)[0]);
  }

  /** The problem of a body that is too large by another measure than its bytes. */
  public static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.plain(413, detail).with("Connection", "close"));
  }

  /** SHA-256 of the bytes as they came, in hexadecimal digits; of none, where there is no body. */
  static String hash(Context http) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes(http));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /** Returns the body and keeps it with the request: the stream can be read only once. */
  private static byte[] bytes(Context http) {
    if (http.req().getAttribute(BYTES) instanceof byte[] read) {
      return read;
    }
    ConcurrencyLimiter.leave(http.req());
    var bytes = bytes(http.req(), bytesMax(http));
    ConcurrencyLimiter.enter(http.req());
    http.req().setAttribute(BYTES, bytes);
    return bytes;
  }

  private static int bytesMax(Context http) {
    return http.req().getAttribute(LIMIT) instanceof Integer limit ? limit : BYTES_MAX;
  }

  /** The field as it came: the servlet's own reader throws for a charset that Java has not. */
  private static String contentType(HttpServletRequest request) {
    return String.valueOf(request.getHeader("Content-Type"));
  }

  private static void requireType(HttpServletRequest request, Set<String> mediaTypes) {
    var parts = HeaderValueSplitter.split(contentType(request), ';');
    var isCoded = request.getHeader("Content-Encoding") != null;
    var isKnown = !parts.isEmpty() && mediaTypes.contains(lower(parts.get(0))) && !isCoded;
    for (var i = 1; i < parts.size(); i++) {
      isKnown &= isInUtf8(parts.get(i));
    }
    if (!isKnown) {
      var taken = String.join(", ", new TreeSet<>(mediaTypes));
      throw new ProblemException(
          Problem.plain(415, "The body must be " + taken + " in UTF-8, not compressed."));
    }
  }

  /** Whether a parameter of a media type names no other charset; {@code utf8} is an alias. */
  private static boolean isInUtf8(String parameter) {
    var equals = parameter.indexOf('=');
    if (equals < 0 || !lower(parameter.substring(0, equals)).equals("charset")) {
      return true;
    }
    var charset = lower(HeaderValueSplitter.unquoted(parameter.substring(equals + 1).strip()));
    return charset.equals("utf-8") || charset.equals("utf8");
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static ProblemException tooLarge(int bytesMax) {
    return tooLarge(String.format(Locale.ROOT, "A body has at most %,d bytes.", bytesMax));
  }

  private static byte[] bytes(HttpServletRequest request, int bytesMax) {
    if (request.getContentLengthLong() > bytesMax) {
      throw tooLarge(bytesMax);
    }
    try (var in = request.getInputStream()) {
      var bytes = read(in, request.getContentLength(), bytesMax);
      if (bytes.length > bytesMax) {
        throw tooLarge(bytesMax);
      }
      return bytes;
    } catch (IOException | HttpException.RuntimeException broken) {
      throw cut(broken);
    }
  }

  /**
   * Reads a body into memory that grows with what arrives, not with what the client announces.
   *
   * @param announced the length of the body; negative if it is not known
   * @return the body, or one byte more than {@code bytesMax}
   */
  private static byte[] read(InputStream in, int announced, int bytesMax) throws IOException {
    var limit = announced < 0 ? bytesMax + 1 : announced;
    var bytes = new byte[Math.min(limit, PIECE)];
    var count = 0;
    for (var got = 0; got >= 0 && count < limit; count += Math.max(got, 0)) {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(limit, 4 * bytes.length));
      }
      got = in.read(bytes, count, bytes.length - count);
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  /** Returns the problem of a body that came too slowly or ended early. */
  private static ProblemException cut(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException
          || cause instanceof HttpException http && http.getCode() == 408) {
        return new ProblemException(Problem.ofStatus(408).with("Connection", "close"));
      }
    }
    return new ProblemException(
        Problem.plain(400, "The body is incomplete, or its chunks are malformed.")
            .with("Connection", "close"));
  }
}
