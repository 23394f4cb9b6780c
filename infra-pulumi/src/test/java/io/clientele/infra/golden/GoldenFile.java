package io.clientele.infra.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated text that is stored in the repository, so that its changes are reviewed. */
public final class GoldenFile {
  private static final String COMMAND =
      "mvn -Pinfra -pl infra-pulumi test -Dtest='StackSnapshotTest,CostTableTest'"
          + " -Dclientele.rewrite=true";

  private GoldenFile() {}

  /**
   * Fails with the first differing lines. Writes the new text when {@code clientele.rewrite} is
   * set.
   */
  public static void assertCurrent(Path file, String text) {
    try {
      if (Boolean.getBoolean("clientele.rewrite")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      var stored = Files.exists(file) ? Files.readString(file) : "";
      assertThat(LineDiff.of(stored, text))
          .as("%s differs from the generated text. To accept the change: %s", file, COMMAND)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
