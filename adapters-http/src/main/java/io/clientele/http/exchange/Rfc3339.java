package io.clientele.http.exchange;

import io.clientele.http.exchange.problem.ValidationErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as RFC 3339 writes them. */
public final class Rfc3339 {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  /**
   * The instants that can be written: the years 0 to 9999 in UTC, without rounding up beyond them.
   */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Rfc3339() {}

  /** Writes an instant in UTC, always with six decimals, so that texts sort by time. */
  public static String write(Instant instant) {
    var at = instant.atOffset(ZoneOffset.UTC);
    var out = new StringBuilder(27);
    digits(out, at.getYear(), 1000).append('-');
    digits(out, at.getMonthValue(), 10).append('-');
    digits(out, at.getDayOfMonth(), 10).append('T');
    digits(out, at.getHour(), 10).append(':');
    digits(out, at.getMinute(), 10).append(':');
    digits(out, at.getSecond(), 10).append('.');
    return digits(out, at.getNano() / 1000, 100_000).append('Z').toString();
  }

  /** With any offset; null if it is none, or lies outside the years 0 to 9999 in UTC. */
  public static @Nullable Instant parse(String text) {
    if (text.length() > 35 || !SHAPE.matcher(text).matches()) {
      return null;
    }
    try {
      var at = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
      return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** A parameter's value; null if it is not given, or a fault. */
  public static @Nullable Instant parameter(
      String name, @Nullable String text, ValidationErrors faults) {
    var at = text == null ? null : parse(text);
    if (text != null && at == null) {
      faults.parameter(name, "must be a time such as 2026-11-20T12:00:00Z");
    }
    return at;
  }

  private static StringBuilder digits(StringBuilder out, int number, int greatestPlace) {
    var rest = number;
    for (var place = greatestPlace; place > 0; place /= 10) {
      out.append((char) ('0' + rest / place));
      rest %= place;
    }
    return out;
  }
}
