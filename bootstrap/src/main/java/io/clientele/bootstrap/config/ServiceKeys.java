package io.clientele.bootstrap.config;

import io.clientele.http.security.TokenKeys;
import io.clientele.persistence.crypto.DataKeys;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the keys of access tokens and of personal data. */
final class ServiceKeys {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

  private ServiceKeys() {}

  /** Empty if there was a fault. */
  static Optional<TokenKeys> tokenKeys(SettingsReader environment) {
    return environment.required(
        ServiceSetting.TOKEN_KEYS, SettingValues.parsedBy(text -> TokenKeys.parse(quoted(text))));
  }

  /** Empty if there was a fault. */
  static Optional<DataKeys> dataKeys(SettingsReader environment) {
    return environment.required(ServiceSetting.DATA_KEYS, SettingValues.parsedBy(DataKeys::parse));
  }

  /**
   * A shell that sources the line of a key set takes the double quotes out of its JSON. This puts
   * them back: all members of a printed key set are strings of the base64url alphabet.
   */
  private static String quoted(String json) {
    return json.startsWith("{") && json.indexOf('"') < 0
        ? WORD.matcher(json).replaceAll("\"$0\"")
        : json;
  }
}
