package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Audit entries, events and stored responses are written in one package, so that no store forgets
 * them.
 */
class SingleChangeStoreTest {
  private static final Pattern APPENDING =
      Pattern.compile(
          "(INSERT INTO|UPDATE)\\s+"
              + "(audit_entry|audit_pending_2|audit_pending_batch|event|kept_answer)\\b");
  private static final Path SOURCES =
      Path.of("..", "adapters-persistence", "src", "main", "java", "io", "clientele");
  private static final Path CHANGE = SOURCES.resolve(Path.of("persistence", "change"));

  @Test
  void onlyThePackageOfTheChangeStoreWritesAuditEntriesEventsAndStoredResponses()
      throws IOException {
    assertThat(appending(SOURCES)).isNotEmpty().allMatch(file -> file.startsWith(CHANGE));
  }

  private static List<Path> appending(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> APPENDING.matcher(read(file)).find())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
