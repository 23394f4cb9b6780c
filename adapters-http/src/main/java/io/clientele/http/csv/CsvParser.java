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

  /** Negative if the next row contains more than separators and white space, or does not exist. */
  private int endOfEmptyRow() {
    for (var i = at; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isLineEnd(c)) {
        return i;
      }
      if (c != separator && !Character.isWhitespace(c)) {
        return -1;
      }
    }
    return at < text.length() ? text.length() : -1;
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
    var raw = text.substring(start, at);
    if (fault == null && raw.length() > CHARACTERS_MAX) {
      fault = "must have at most 65,536 characters";
    }
    takeLineEnd();
    return new CsvRecord(first, raw, fault == null ? fields : List.of(), fault);
  }

  private List<String> fields() {
    var fields = new ArrayList<String>();
    fields.add(field());
    while (fault == null && at < text.length() && text.charAt(at) == separator) {
      at++;
      var field = field();
      if (fields.size() < FIELDS_MAX) {
        fields.add(field);
      }
    }
    return fields;
  }

  private String field() {
    if (text.startsWith("\"", at)) {
      return quoted();
    }
    var from = at;
    while (at < text.length() && !isFieldEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    var opened = line;
    var field = new StringBuilder();
    while (true) {
      if (!takeUntilQuote(field)) {
        return faulty("must close the quote of line " + opened);
      }
      if (at == text.length() || isFieldEnd(text.charAt(at))) {
        return field.toString();
      }
      if (text.charAt(at) != '"') {
        skipLine();
        return faulty("must not have text after the quote that closes a field in line " + line);
      }
      field.append('"');
    }
  }

  /** Takes the text between this quote and the next, both included; false if there is no next. */
  private boolean takeUntilQuote(StringBuilder field) {
    var from = at + 1;
    var quote = text.indexOf('"', from);
    var to = quote < 0 ? text.length() : quote;
    line += lineEnds(from, to);
    field.append(text, from, to);
    at = quote < 0 ? to : to + 1;
    return quote >= 0;
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
