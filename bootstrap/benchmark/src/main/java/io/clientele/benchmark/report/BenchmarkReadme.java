package io.clientele.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page with the figures. A section stands between two comments that name it. */
public record BenchmarkReadme(Path file) {
  /** Puts a table where the one of the last run was, and prints it. */
  public void replace(String section, FigureTable table) throws IOException {
    System.out.println(table);
    var text = Files.readString(file);
    var begin = "<!-- " + section + " -->";
    var end = "<!-- /" + section + " -->";
    var from = text.indexOf(begin);
    var to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(file + " has no place for " + section);
    }
    Files.writeString(
        file, text.substring(0, from + begin.length()) + "\n" + table + text.substring(to));
  }
}
