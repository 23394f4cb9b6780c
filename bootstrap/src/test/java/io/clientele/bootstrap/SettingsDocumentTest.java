package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.config.SettingsDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {
  /** To cure a failure, copy what the test left in target. */
  @Test
  void theSettingsPageIsCurrent() throws IOException {
    var service =
        DaggerService.factory().of(new EnvironmentVariables(Map.of()), InstantSource.system());
    var page = SettingsDocument.markdown(service.settingGroups());
    Files.writeString(Path.of("target", "SETTINGS.md"), page);

    assertThat(Path.of("SETTINGS.md")).hasContent(page);
  }
}
