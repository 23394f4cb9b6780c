package io.clientele.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import tools.jackson.databind.JsonNode;

/** Reads a JSON body: first what it claims to be, then how large it is, then what it says. */
public final class Bodies {
  /** The largest body. */
  public static final int BYTES_MAX = 64 * 1024;

  private static final String BYTES = Bodies.class.getName();

  private Bodies() {}

  /**
   * The body's value.
   *
   * @param mediaTypes that the route takes
   * @param faults takes what is wrong with the text; the value is what can be made of the rest
   */
  public static JsonNode read(Context http, Set<String> mediaTypes, Faults faults) {
    requireType(http.req(), mediaTypes);
    var bytes = bytes(http);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return StrictJson.read(text, faults);
    } catch (CharacterCodingException notUtf8) {
      faults.pointer(Pointers.ROOT, "must be UTF-8");
      faults.refuse();
      throw new IllegalStateException(notUtf8);
    }
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

  /** They can be read once only. */
  private static byte[] bytes(Context http) {
    if (http.req().getAttribute(BYTES) instanceof byte[] read) {
      return read;
    }
    var bytes = bytes(http.req());
    http.req().setAttribute(BYTES, bytes);
    return bytes;
  }

  private static void requireType(HttpServletRequest request, Set<String> mediaTypes) {
    var parts = String.valueOf(request.getContentType()).split(";", -1);
    var isCoded = request.getHeader("Content-Encoding") != null;
    var isKnown = mediaTypes.contains(parts[0].strip().toLowerCase(Locale.ROOT)) && !isCoded;
    for (var i = 1; i < parts.length; i++) {
      var parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      isKnown &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!isKnown) {
      var taken = String.join(", ", new TreeSet<>(mediaTypes));
      throw new Refusal(Problem.plain(415, "This takes " + taken + " in UTF-8, not compressed."));
    }
  }

  private static byte[] bytes(HttpServletRequest request) {
    if (request.getContentLengthLong() > BYTES_MAX) {
      throw tooLarge();
    }
    try (var in = request.getInputStream()) {
      var bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException | HttpException.RuntimeException broken) {
      throw cut(broken);
    }
  }

  private static Refusal tooLarge() {
    return new Refusal(
        Problem.plain(413, "A body may have 65,536 bytes.").with("Connection", "close"));
  }

  /**
   * A body that came too slowly, or stopped; whether anybody still reads the answer is another
   * matter.
   */
  private static Refusal cut(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException
          || cause instanceof HttpException http && http.getCode() == 408) {
        return new Refusal(ServerErrors.problem(408).with("Connection", "close"));
      }
    }
    return new Refusal(
        Problem.plain(400, "The body ended before it was whole, or its chunks are malformed.")
            .with("Connection", "close"));
  }
}
