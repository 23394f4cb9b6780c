package io.clientele.http.exchange;

import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads query parameters. Every parameter must be known and given once. */
public final class QueryParameters {
  /** The largest page of any list. */
  public static final int LIMIT_MAX = 200;

  private static final int LIMIT_DEFAULT = 50;
  private static final int NAME_MAX = 40;
  private static final char REPLACEMENT = '\ufffd';
  private static final QueryParameters NONE = new QueryParameters(Map.of());

  private final Map<String, String> given;

  private QueryParameters(Map<String, String> given) {
    this.given = given;
  }

  /** The request's parameters; those that are unknown, repeated or badly encoded are faults. */
  public static QueryParameters of(Context http, ValidationErrors faults, Set<String> known) {
    var raw = http.req().getQueryString();
    return raw == null || raw.isEmpty() ? NONE : parse(raw, faults, known);
  }

  static QueryParameters parse(String raw, ValidationErrors faults, Set<String> known) {
    var given = new HashMap<String, String>();
    var end = 0;
    for (var begin = 0; begin < raw.length() && !faults.isFull(); begin = end + 1) {
      end = endOfPair(raw, begin);
      var pair = raw.substring(begin, end);
      if (pair.isEmpty()) {
        continue;
      }
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (name == null || !known.contains(name)) {
        faults.parameter(shown(name), "is not a known name");
      } else if (value == null) {
        faults.parameter(name, "must be percent-encoded UTF-8");
      } else if (given.put(name, value) != null) {
        faults.parameter(name, "must be given once");
      }
    }
    return new QueryParameters(given);
  }

  private static int endOfPair(String raw, int begin) {
    var end = raw.indexOf('&', begin);
    return end < 0 ? raw.length() : end;
  }

  /** The value, null if it was not given. */
  public @Nullable String text(String name) {
    return given.get(name);
  }

  /** Whether it is true; false if it was not given. */
  public boolean flag(String name, ValidationErrors faults) {
    var text = given.getOrDefault(name, "false");
    if (!text.equals("true") && !text.equals("false")) {
      faults.parameter(name, "must be true or false");
    }
    return text.equals("true");
  }

  /** The page size: 50 if not given, 200 at most. */
  public int limit(ValidationErrors faults) {
    var text = given.get("limit");
    if (text == null) {
      return LIMIT_DEFAULT;
    }
    if (!text.matches("0*+[1-9][0-9]*+")) {
      faults.parameter("limit", "must be a whole number from 1 to " + LIMIT_MAX);
      return LIMIT_DEFAULT;
    }
    var digits = text.replaceFirst("^0+", "");
    return digits.length() > 3 ? LIMIT_MAX : Math.min(LIMIT_MAX, Integer.parseInt(digits));
  }

  /** The names in a comma-separated list; none but these, and none twice. */
  public Set<String> list(String name, List<String> known, ValidationErrors faults) {
    var text = given.get(name);
    var listed = new LinkedHashSet<String>();
    if (text != null) {
      for (var one : text.split(",", -1)) {
        if (!known.contains(one) || !listed.add(one)) {
          faults.parameter(name, "must list some of " + String.join(", ", known) + ", each once");
          return Set.of();
        }
      }
    }
    return listed;
  }

  /** Cuts a name that a fault quotes; JSON escapes its characters. */
  private static String shown(@Nullable String name) {
    if (name == null) {
      return "?";
    }
    return name.codePointCount(0, name.length()) > NAME_MAX
        ? name.substring(0, name.offsetByCodePoints(0, NAME_MAX))
        : name;
  }

  /**
   * Decodes percent-encoding; a plus is a space, as in forms. Characters that are not encoded stay
   * what they are. Null if the text is not UTF-8: for such bytes the server gives a replacement
   * character, which is refused unless it is encoded itself.
   */
  private static @Nullable String decoded(String raw) {
    if (raw.indexOf(REPLACEMENT) >= 0) {
      return null;
    }
    if (raw.indexOf('%') < 0) {
      return raw.replace('+', ' ');
    }
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    var decoded = ByteBuffer.allocate(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
      } else if (i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
        decoded.put((byte) (16 * hex(bytes[i + 1]) + hex(bytes[i + 2])));
        i += 2;
      } else {
        return null;
      }
    }
    var text = CharBuffer.allocate(decoded.flip().remaining());
    var result = StandardCharsets.UTF_8.newDecoder().decode(decoded, text, true);
    return result.isError() ? null : text.flip().toString();
  }

  /** The value of a hexadecimal digit of ASCII; negative for another byte. */
  private static int hex(byte digit) {
    return digit < 0 ? -1 : Character.digit(digit, 16);
  }
}
