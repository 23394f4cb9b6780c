package io.clientele.bootstrap.embedded;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of the service in embedded mode. */
public final class EmbeddedSettings {
  private static final String PASSWORD = "ADMIN_PASSWORD";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LETTERS = 24;

  private EmbeddedSettings() {}

  /**
   * Combines settings: those of the servers override the given variables, which override the
   * defaults of embedded mode.
   */
  public static Map<String, String> over(
      Map<String, String> variables,
      String databaseUrl,
      String redisUrl,
      Map<String, String> keys) {
    var own = new HashMap<>(variables);
    List.of(
            "DATABASE_URL_FILE",
            "MIGRATION_URL",
            "MIGRATION_URL_FILE",
            "DATABASE_REPLICA_URL",
            "DATABASE_REPLICA_URL_FILE",
            "DATABASE_POOLER",
            "REDIS_URL_FILE")
        .forEach(own::remove);
    own.put("DATABASE_URL", databaseUrl);
    own.put("REDIS_URL", redisUrl);
    own.putIfAbsent("BIND", "127.0.0.1");
    own.putIfAbsent("SHUTDOWN_DELAY", "PT0S");
    own.putIfAbsent("MAIL_FOLDER", ".clientele/mail");
    keys.forEach((name, value) -> putIfUnset(own, name, value));
    if (!own.containsKey("ADMIN_EMAIL")) {
      putIfUnset(own, PASSWORD, password());
      own.put("ADMIN_EMAIL", "admin@example.com");
    }
    return own;
  }

  /** Whether the first administrator's password is generated. */
  public static boolean makesPassword(Map<String, String> variables) {
    return List.of("ADMIN_EMAIL", PASSWORD, PASSWORD + "_FILE").stream()
        .noneMatch(variables::containsKey);
  }

  private static void putIfUnset(Map<String, String> variables, String name, String value) {
    if (!variables.containsKey(name + "_FILE")) {
      variables.putIfAbsent(name, value);
    }
  }

  /** 120 bits, in letters that no font confuses. */
  private static String password() {
    return new SecureRandom()
        .ints(PASSWORD_LETTERS, 0, LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
