package io.clientele.http.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CSV text (RFC 4180). Lines end with CRLF, LF or CR. A quote opens a field
 * only as its first character; later in an unquoted field a quote is text. After a malformed record
 * the next line begins a new one, so each line belongs to exactly one record. Rows that hold only
 * separators and white space are skipped. The dashboard cuts files by the same rule.
 */
public final class CsvParser implements Iterator<CsvRecord> {
  private static final int CHARACTERS_MAX = 65_536;

  /** Fields beyond are not kept: no table has as many columns. */
  private static final int FIELDS_MAX = 128;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private @Nullable String fault;

  private CsvParser(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** Fields end with a comma, or with a semicolon if the first line with text has no comma. */
  public static CsvParser of(String text) {
    var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return new CsvParser(text, header.contains(",") ? ',' : ';');
  }

  @Override
  public boolean hasNext() {
    for (var end = endOfEmptyRow(); end >= 0; end = endOfEmptyRow()) {
      at = end;
      takeLineEnd();
    }
    return at < text.length();
  }

  /**
   * Negative if the next row contains more than separators, white space and quotes without text, or
   * does not exist.
   */
  private int endOfEmptyRow() {
    for (var i = at; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isLineEnd(c)) {
        return i;
      }
      if (isEmptyQuoted(i)) {
        i++;
      } else if (c != separator && !Character.isWhitespace(c)) {
        return -1;
      }
    }
    return at < text.length() ? text.length() : -1;
  }

  private boolean isEmptyQuoted(int i) {
    return text.startsWith("\"\"", i)
        && (i == at || text.charAt(i - 1) == separator)
        && (i + 2 == text.length() || isFieldEnd(text.charAt(i + 2)));
  }

  @Override
  public CsvRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    fault = null;
    var first = line;
    var start = at;
    var fields = fields();
    var end = at;
    if (fault == null && end - start > CHARACTERS_MAX) {
      fault = "must have at most 65,536 characters";
    }
    var spanning = line > first ? text.substring(start, end) : "";
    takeLineEnd();
    return new CsvRecord(first, spanning, fault == null ? fields : List.of(), fault);
  }

  private List<String> fields() {
    var fields = new ArrayList<String>();
    fields.add(field());
    while (fault == null && at < text.length() && text.charAt(at) == separator) {
      at++;
      if (fields.size() < FIELDS_MAX) {
        fields.add(field());
      } else {
        skipField();
      }
    }
    return fields;
  }

  private void skipField() {
    if (text.startsWith("\"", at)) {
      var _ = quoted();
    } else {
      skipUnquoted();
    }
  }

  private String field() {
    if (text.startsWith("\"", at)) {
      return quoted();
    }
    var from = at;
    skipUnquoted();
    return text.substring(from, at);
  }

  private void skipUnquoted() {
    while (at < text.length() && !isFieldEnd(text.charAt(at))) {
      at++;
    }
  }

  private String quoted() {
    var opened = line;
    var from = at + 1;
    var end = text.indexOf('"', from);
    while (end >= 0 && text.startsWith("\"", end + 1)) {
      end = text.indexOf('"', end + 2);
    }
    at = end < 0 ? text.length() : end + 1;
    line += lineEnds(from, at);
    if (end < 0) {
      return faulty("must close the quote of line " + opened);
    }
    if (at < text.length() && !isFieldEnd(text.charAt(at))) {
      skipLine();
      return faulty("must not have text after the quote that closes a field in line " + line);
    }
    return unescaped(from, end);
  }

  /** Returns the text of a quoted field; two quotes in it are one. */
  private String unescaped(int from, int end) {
    var field = new StringBuilder(end - from);
    for (var begin = from; begin < end; ) {
      var quote = text.indexOf('"', begin);
      var next = quote < 0 || quote >= end ? end : quote + 1;
      field.append(text, begin, next);
      begin = next == end ? end : next + 1;
    }
    return field.toString();
  }

  private String faulty(String rule) {
    fault = rule;
    return "";
  }

  private void skipLine() {
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  private void takeLineEnd() {
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    }
  }

  private boolean isFieldEnd(char c) {
    return c == separator || isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int lineEnds(int from, int to) {
    var ends = 0;
    for (var i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && !text.startsWith("\n", i + 1)) {
        ends++;
      }
    }
    return ends;
  }
}
