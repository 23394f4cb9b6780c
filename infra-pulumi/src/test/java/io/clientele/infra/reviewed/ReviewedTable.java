package io.clientele.infra.reviewed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of reviewed values in {@code src/test/resources/rules}: rows of words, and comments. */
public final class ReviewedTable {
  private ReviewedTable() {}

  /** The lines of a table without its comments. */
  public static List<String> lines(String name) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/rules", name)).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<List<String>> rows(String name) {
    return lines(name).stream().map(line -> List.of(line.strip().split(" +"))).toList();
  }
}
