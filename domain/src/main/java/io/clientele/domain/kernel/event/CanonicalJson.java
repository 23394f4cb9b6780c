package io.clientele.domain.kernel.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the canonical form of RFC 8785, so that equal values have equal bytes. Takes maps
 * with text keys, collections, text, booleans, and integers between -2^53 and 2^53.
 */
public final class CanonicalJson {
  private static final long EXACT_MAX = 1L << 53;
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private CanonicalJson() {}

  /**
   * Returns the canonical text of a value.
   *
   * @throws IllegalArgumentException if a value is of another type, or a number is out of range
   */
  public static String write(Object value) {
    var out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  /** Returns the UTF-8 bytes of {@link #write}. */
  public static byte[] bytes(Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns an instant in UTC with six decimals, the form that all of the API uses. */
  public static String time(Instant at) {
    return MICROSECONDS.format(at);
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(out, map);
    } else if (value instanceof Collection<?> all) {
      array(out, all);
    } else if (value instanceof String text) {
      string(out, text);
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Long || value instanceof Integer) {
      number(out, ((Number) value).longValue());
    } else {
      throw new IllegalArgumentException("no canonical form: " + value);
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    var separator = "{";
    for (var entry : sorted.entrySet()) {
      out.append(separator);
      string(out, entry.getKey());
      out.append(':');
      write(out, entry.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void array(StringBuilder out, Collection<?> all) {
    var separator = "[";
    for (var value : all) {
      out.append(separator);
      write(out, value);
      separator = ",";
    }
    out.append(all.isEmpty() ? "[]" : "]");
  }

  private static void number(StringBuilder out, long number) {
    if (number > EXACT_MAX || number < -EXACT_MAX) {
      throw new IllegalArgumentException("not exact as a double: " + number);
    }
    out.append(number);
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var next = text.charAt(i);
      switch (next) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (next < ' ') {
            out.append("\\u00").append(HexFormat.of().toHexDigits((byte) next));
          } else {
            out.append(next);
          }
        }
      }
    }
    out.append('"');
  }
}
