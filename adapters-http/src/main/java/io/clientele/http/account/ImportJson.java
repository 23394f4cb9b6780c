package io.clientele.http.account;

import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Pointers;
import io.clientele.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an import in NDJSON: each line is the body of one opening; blank ones are left out. */
final class ImportJson {
  private ImportJson() {}

  /** All lines, but no more than one above what is taken. */
  static List<ImportLine> read(String text, int linesMax) {
    var lines = new ArrayList<ImportLine>();
    var number = 0;
    for (var from = 0; from < text.length() && lines.size() <= linesMax; ) {
      var newline = text.indexOf('\n', from);
      var end = newline < 0 ? text.length() : newline;
      var line = text.substring(from, end).strip();
      number++;
      if (!line.isEmpty()) {
        lines.add(line(number, line));
      }
      from = end + 1;
    }
    return lines;
  }

  private static ImportLine line(int number, String line) {
    var faults = new Faults();
    if (line.getBytes(StandardCharsets.UTF_8).length > Bodies.BYTES_MAX) {
      faults.pointer(Pointers.ROOT, "must have at most 65,536 bytes");
      return ImportLine.faulty(number, faults);
    }
    try {
      return ImportLine.of(number, Bodies.parse(line, faults), faults);
    } catch (Refusal noJson) {
      return ImportLine.faulty(number, faults);
    }
  }
}
