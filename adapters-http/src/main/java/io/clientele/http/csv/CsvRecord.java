package io.clientele.http.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV text.
 *
 * @param line the number of the line in which it begins, from 1
 * @param raw its text
 * @param fields unquoted; none if the record is malformed
 * @param fault what is malformed; null for a sound record
 */
public record CsvRecord(int line, String raw, List<String> fields, @Nullable String fault) {
  /** Whether a spreadsheet shows it as a row without a value. */
  public boolean isEmpty() {
    return fault == null && fields.stream().allMatch(String::isBlank);
  }

  /** The numbers of its lines that are not blank: a quoted field may span several. */
  public List<Integer> filledLines(int max) {
    var filled = new ArrayList<Integer>();
    var number = line;
    for (var lines = raw.lines().iterator(); lines.hasNext() && filled.size() < max; number++) {
      if (!lines.next().isBlank()) {
        filled.add(number);
      }
    }
    return filled;
  }
}
