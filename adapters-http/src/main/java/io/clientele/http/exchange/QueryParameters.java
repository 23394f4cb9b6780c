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
    return name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
  }

  /** Decodes percent-encoding; a plus is a space, as in forms. Null if the result is not UTF-8. */
  private static @Nullable String decoded(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw.replace('+', ' ');
    }
    var bytes = ByteBuffer.allocate(raw.length());
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      if (c != '%') {
        bytes.put((byte) (c == '+' ? ' ' : c));
      } else if (i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
        bytes.put((byte) Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else {
        return null;
      }
    }
    var text = CharBuffer.allocate(bytes.flip().remaining());
    var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
    return result.isError() ? null : text.flip().toString();
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 0x80;
  }
}
