package io.clientele.bootstrap.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents all settings: those of the service, then those of each context. */
public final class SettingsDocument {
  private static final String HEAD =
      """
      | setting | default | meaning |
      | --- | --- | --- |
      """;

  private SettingsDocument() {}

  /** Returns all settings as a Markdown page, the content of {@code SETTINGS.md}. */
  public static String markdown(Collection<SettingGroup> groups) {
    return """
    # Settings

    Settings are environment variables. A secret can be read from a file: `NAME_FILE` is its path. An empty variable is not
    set. `--print-config` prints the effective settings, secrets masked.

    %s%s\
    """
        .formatted(
            table(ServiceSetting.supported()),
            SettingGroup.inOrder(groups)
                .map(group -> "\n## " + group.title() + "\n\n" + table(group.settings()))
                .collect(Collectors.joining()));
  }

  /** The supported settings for a terminal. */
  public static String terminal(Collection<SettingGroup> groups) {
    return Stream.concat(
            ServiceSetting.supported().stream(), SettingGroup.settingsOf(groups).stream())
        .map(
            setting ->
                "  %-21s %s%s%n"
                    .formatted(
                        setting.name(),
                        setting.plainMeaning(),
                        shown(setting).map(text -> " (" + text + ")").orElse("")))
        .collect(Collectors.joining());
  }

  private static String table(List<? extends Setting> settings) {
    return settings.stream()
        .map(
            setting ->
                "| `%s`%s | %s | %s |\n"
                    .formatted(
                        setting.name(),
                        setting.isSecret() ? ", `%s_FILE`".formatted(setting.name()) : "",
                        shown(setting).map(text -> "`" + text + "`").orElse(""),
                        setting.meaning()))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static Optional<String> shown(Setting setting) {
    return setting.fallback().filter(text -> !text.isEmpty());
  }
}
