package io.clientele.persistence.jdbc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A short name of a statement, such as {@code UPDATE view_shard}. A statement with several parts is
 * named by the first that changes data, or else by the first that reads.
 *
 * @param operation its first word
 */
record QuerySummary(String operation, String text) {
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(INSERT INTO|UPDATE|DELETE FROM|COPY) +([a-z_.]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TARGET =
      Pattern.compile("\\bFROM +([a-z_.]+)\\b(?! *\\()", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIRST = Pattern.compile("^\\s*([A-Za-z]+)");

  static QuerySummary of(String sql) {
    var flat = sql.replaceAll("\\s+", " ").replaceAll("FOR (NO KEY )?UPDATE", "FOR CHANGE");
    var change = CHANGE.matcher(flat);
    if (change.find()) {
      var operation = change.group(1).toUpperCase(Locale.ROOT).split(" ")[0];
      return new QuerySummary(operation, operation + " " + change.group(2));
    }
    var first = FIRST.matcher(flat);
    var word = first.find() ? first.group(1).toUpperCase(Locale.ROOT) : "OTHER";
    var operation = word.equals("WITH") ? "SELECT" : word;
    var target = TARGET.matcher(flat);
    return new QuerySummary(
        operation, target.find() ? operation + " " + target.group(1) : operation);
  }
}
