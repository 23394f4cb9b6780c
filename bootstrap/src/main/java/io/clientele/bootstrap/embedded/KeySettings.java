package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import io.clientele.http.security.TokenKeys;
import io.clientele.persistence.crypto.DataKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Generates keys as settings by name, or stores them in a folder for the next start. */
public final class KeySettings {
  private KeySettings() {}

  /** Returns new keys. */
  public static Map<String, String> fresh() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("TOKEN_KEYS", TokenKeys.fresh().secret());
    keys.put("DATA_KEYS", DataKeys.fresh());
    return keys;
  }

  /** Returns the keys as lines of {@code NAME=value}. */
  public static String lines(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(key -> key.getKey() + "=" + key.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Returns the keys in the folder; generates and stores them if it has none. */
  public static Map<String, String> keptIn(Path folder) {
    var file = folder.resolve("keys");
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, lines(fresh()));
      }
      return Files.readAllLines(file).stream()
          .map(line -> line.split("=", 2))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new StartupFailure("cannot read or create the keys in " + file, e);
    }
  }
}
