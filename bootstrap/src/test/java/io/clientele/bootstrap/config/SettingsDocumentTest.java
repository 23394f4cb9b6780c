package io.clientele.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {
  /** Cure a red one with what it left in target. */
  @Test
  void thePageInTheRepositoryIsWhatTheCodeSays() throws IOException {
    Files.writeString(Path.of("target", "SETTINGS.md"), SettingsDocument.markdown());

    assertThat(Path.of("SETTINGS.md")).hasContent(SettingsDocument.markdown());
  }
}
