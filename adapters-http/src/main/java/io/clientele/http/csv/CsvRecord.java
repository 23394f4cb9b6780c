package io.clientele.http.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV text.
 *
 * @param line the number of the line in which it begins, from 1
 * @param spanning the text of a record that spans several lines; empty for others
 * @param fields unquoted; none if the record is malformed
 * @param fault what is malformed; null for a sound record
 */
public record CsvRecord(int line, String spanning, List<String> fields, @Nullable String fault) {
  /** Whether a spreadsheet shows it as a row without a value. */
  public boolean isEmpty() {
    var isEmpty = fault == null;
    for (var i = 0; isEmpty && i < fields.size(); i++) {
      isEmpty = fields.get(i).isBlank();
    }
    return isEmpty;
  }

  /** The numbers of its lines that are not blank, at most so many of a record of several lines. */
  public List<Integer> filledLines(int max) {
    if (spanning.isEmpty()) {
      return List.of(line);
    }
    var filled = new ArrayList<Integer>();
    var number = line;
    for (var lines = spanning.lines().iterator();
        lines.hasNext() && filled.size() < max;
        number++) {
      if (!lines.next().isBlank()) {
        filled.add(number);
      }
    }
    return filled;
  }
}
