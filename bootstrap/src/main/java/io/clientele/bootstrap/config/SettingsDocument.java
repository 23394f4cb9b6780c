package io.clientele.bootstrap.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings as people read them. */
public final class SettingsDocument {
  private SettingsDocument() {}

  /** All settings as a Markdown page: what the repository holds is this text. */
  static String markdown() {
    return """
    # Settings

    Set by environment variables. Secrets may stand in a file instead: `NAME_FILE` holds its path. An empty variable is
    one that is not set. `--print-config` shows what holds, secrets masked.

    | setting | default | meaning |
    | --- | --- | --- |
    %s\
    """
        .formatted(rows(Setting.supported()));
  }

  /** The supported settings for a terminal. */
  public static String terminal() {
    return Setting.supported().stream()
        .map(
            setting ->
                "  %-21s %s%s%n"
                    .formatted(
                        setting,
                        plain(setting.meaning()),
                        setting.fallback().map(text -> " (" + text + ")").orElse("")))
        .collect(Collectors.joining());
  }

  static String plain(String markdown) {
    return markdown.replace("`", "").replace("\\|", "|");
  }

  private static String rows(List<Setting> settings) {
    return settings.stream()
        .map(
            setting ->
                "| `%s`%s | %s | %s |\n"
                    .formatted(
                        setting,
                        setting.isSecret() ? ", `%s_FILE`".formatted(setting) : "",
                        setting.fallback().map(text -> "`" + text + "`").orElse(""),
                        setting.meaning()))
        .collect(Collectors.joining());
  }
}
