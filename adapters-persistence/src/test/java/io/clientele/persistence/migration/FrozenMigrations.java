package io.clientele.persistence.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The migrations that databases applied before the folders of contexts existed: these files keep
 * their names and their bytes permanently.
 */
final class FrozenMigrations {
  /** The folder of the migrations in the sources of this module. */
  static final Path FOLDER = Path.of("src/main/resources/db/migration");

  private static final Path LIST = Path.of("src/test/resources/frozen-migrations.txt");

  private FrozenMigrations() {}

  /** Returns the SHA-256 of each file by its path under {@link #FOLDER}. */
  static Map<Path, String> digests() {
    try {
      return Files.readAllLines(LIST).stream()
          .map(line -> line.split(" +"))
          .collect(Collectors.toMap(columns -> Path.of(columns[1]), columns -> columns[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
