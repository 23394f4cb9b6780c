package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingsDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parcel context plugs into the service, and no file of the service knows it. */
class PlugTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of(
          "domain",
          "domain/inmemory",
          "domain/testkit",
          "application",
          "adapters-http",
          "adapters-persistence",
          "adapters-cache",
          "bootstrap");

  @Test
  void noFileOfTheServiceNamesTheContext() throws IOException {
    var read = 0;
    for (var module : MODULES) {
      for (var file : files(ROOT.resolve(module).resolve("src/main"))) {
        assertThat(text(file)).as(file.toString()).doesNotContain("parcel");
        read++;
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  @Test
  void theComponentReadsAndShowsTheSettingsOfTheContext() {
    var environment = new EnvironmentVariables(Map.of());
    var groups =
        DaggerServiceWithParcels.factory().of(environment, InstantSource.system()).settingGroups();

    assertThat(groups).extracting(SettingGroup::title).contains("Parcels", "Views");
    assertThat(SettingsDocument.markdown(groups)).contains("## Parcels", "PARCEL_COUNT_INTERVAL");
    assertThat(SettingsDocument.terminal(groups)).contains("PARCEL_COUNT_INTERVAL");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(PlugTest::isText).toList();
    }
  }

  private static boolean isText(Path file) {
    return Stream.of(".java", ".sql", ".yaml", ".properties", ".xml")
        .anyMatch(file.toString()::endsWith);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).toLowerCase(Locale.ROOT);
  }
}
