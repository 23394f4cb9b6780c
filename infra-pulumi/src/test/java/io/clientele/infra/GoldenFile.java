package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that the code makes and the repository keeps, so that a change of it is reviewed. */
public final class GoldenFile {
  private static final String COMMAND =
      "mvn -Pinfra -pl infra-pulumi test -Dtest='SnapshotTest,CostTest' -Dclientele.rewrite=true";

  private GoldenFile() {}

  /** Fails with the first lines that differ, or keeps the new text when told to. */
  public static void assertKept(Path file, String text) {
    try {
      if (Boolean.getBoolean("clientele.rewrite")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      var kept = Files.exists(file) ? Files.readString(file) : "";
      assertThat(LineDiff.of(kept, text))
          .as("%s is not what the code makes. If it should be: %s", file, COMMAND)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
