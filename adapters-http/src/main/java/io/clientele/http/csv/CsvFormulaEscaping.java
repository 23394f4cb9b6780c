package io.clientele.http.csv;

import java.util.regex.Pattern;

/**
 * Escapes fields that a spreadsheet would run as formulas (OWASP, CSV injection) with an
 * apostrophe. A field that begins like an escaped one is escaped too, so that {@link #unescaped}
 * restores each field exactly.
 */
public final class CsvFormulaEscaping {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n]");

  private CsvFormulaEscaping() {}

  /** The field as it is written. */
  public static String escaped(String field) {
    return FORMULA.matcher(field).lookingAt() ? "'" + field : field;
  }

  /** The field as it was before {@link #escaped}. */
  public static String unescaped(String field) {
    return field.startsWith("'") && FORMULA.matcher(field).lookingAt() ? field.substring(1) : field;
  }
}
