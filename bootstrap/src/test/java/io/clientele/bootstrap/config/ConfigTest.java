package io.clientele.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.cache.RedisConfig;
import io.clientele.domain.views.Shards;
import io.clientele.http.HttpConfig;
import io.clientele.persistence.DatabaseConfig;
import io.clientele.persistence.DatabaseConfig.Login;
import io.clientele.persistence.DatabaseConfig.Pooler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final String DATABASE =
      "postgresql://clientele:pass%40word@db.internal:5433/accounts";

  @Test
  void theDefaults() {
    var config = Config.from(Map.of("DATABASE_URL", DATABASE, "REDIS_URL", "none"));

    var login = new Login("jdbc:postgresql://db.internal:5433/accounts", "clientele", "pass@word");
    assertThat(config)
        .isEqualTo(
            new Config(
                HttpConfig.of("0.0.0.0", 8080),
                9090,
                DatabaseConfig.of(login, login, Pooler.NONE),
                Optional.empty(),
                Duration.ofMinutes(5),
                new Shards(16)));
  }

  @Test
  void everySettingSet() {
    var config =
        Config.from(
            Map.of(
                "PORT", "80",
                "MANAGEMENT_PORT", "81",
                "BIND", "10.0.0.7",
                "DATABASE_URL", DATABASE,
                "MIGRATION_URL",
                    "jdbc:postgresql://db.internal/accounts?user=owner&password=own&sslmode=require",
                "DATABASE_POOLER", "transaction",
                "REDIS_URL", "rediss://clientele:secret@cache.internal:6380",
                "VIEWS_FLUSH_INTERVAL", "PT1S",
                "VIEWS_SHARDS", "32"));

    assertThat(config)
        .isEqualTo(
            new Config(
                HttpConfig.of("10.0.0.7", 80),
                81,
                DatabaseConfig.of(
                    new Login(
                        "jdbc:postgresql://db.internal:5433/accounts", "clientele", "pass@word"),
                    new Login(
                        "jdbc:postgresql://db.internal/accounts?sslmode=require", "owner", "own"),
                    Pooler.TRANSACTION),
                Optional.of(RedisConfig.parse("rediss://clientele:secret@cache.internal:6380")),
                Duration.ofSeconds(1),
                new Shards(32)));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(
            faults(
                Map.of(
                    "PORT", "eighty",
                    "MANAGEMENT_PORT", "70000",
                    "DATABASE_POOLER", "session",
                    "REDIS_URL", "memcached://cache",
                    "VIEWS_FLUSH_INTERVAL", "PT0.5S",
                    "VIEWS_SHARDS", "257")))
        .hasSize(7)
        .anyMatch(fault -> fault.startsWith("PORT must be a number from 0 to 65535"))
        .anyMatch(fault -> fault.startsWith("MANAGEMENT_PORT must be a number"))
        .anyMatch(fault -> fault.startsWith("DATABASE_URL is not set"))
        .anyMatch(fault -> fault.startsWith("DATABASE_POOLER must be none or transaction"))
        .anyMatch(fault -> fault.startsWith("REDIS_URL must look like redis://"))
        .anyMatch(fault -> fault.startsWith("VIEWS_FLUSH_INTERVAL must be a span"))
        .anyMatch(fault -> fault.startsWith("VIEWS_SHARDS must be a number from 1 to 256"));
  }

  @Test
  void anEmptyVariableIsNotSet() {
    var config = Config.from(Map.of("DATABASE_URL", DATABASE, "REDIS_URL", "none", "PORT", " "));

    assertThat(config.http().port()).isEqualTo(8080);
  }

  @Test
  void aSecretMayStandInAFile(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("database-url"), DATABASE + "\n");

    var config = Config.from(Map.of("DATABASE_URL_FILE", secret.toString(), "REDIS_URL", "none"));

    assertThat(config.database().service().password()).isEqualTo("pass@word");
  }

  @Test
  void aFileThatCannotBeReadIsAFault(@TempDir Path folder) {
    var missing = folder.resolve("missing").toString();

    assertThat(faults(Map.of("DATABASE_URL_FILE", missing, "REDIS_URL", "none")))
        .containsExactly("DATABASE_URL_FILE names a file that cannot be read: " + missing);
  }

  @Test
  void aSecretAndItsFileAreOneTooMany() {
    assertThat(
            faults(Map.of("DATABASE_URL", DATABASE, "DATABASE_URL_FILE", "x", "REDIS_URL", "none")))
        .containsExactly("DATABASE_URL and DATABASE_URL_FILE are both set: only one may be");
  }

  @Test
  void noSecretIsPrintedNorInAFault() {
    var secret = "s3cr3t";
    var variables = new HashMap<String, String>();
    variables.put(
        "DATABASE_URL", "postgresql://me:" + secret + "@db/accounts?sslpassword=" + secret);
    variables.put("REDIS_URL", "redis://me:" + secret + "@cache:6379");

    assertThat(Config.from(variables).toString()).doesNotContain(secret).contains("db/accounts");

    variables.replaceAll((name, url) -> url.replace("@", "@@ :" + secret));
    assertThat(faults(variables)).hasSize(2).noneMatch(fault -> fault.contains(secret));
  }

  @Test
  void thePrintedSettingsAreAllThatAreSupported() {
    var printed = Config.from(Map.of("DATABASE_URL", DATABASE, "REDIS_URL", "none")).toString();

    assertThat(Arrays.stream(printed.split("\n")).map(line -> line.split("=", 2)[0]))
        .containsExactlyElementsOf(Setting.supported().stream().map(Setting::name).toList());
  }

  @Test
  void migrationsNeedTheDatabaseAlone() {
    var schema = Config.schemaFrom(Map.of("DATABASE_URL", DATABASE, "VIEWS_SHARDS", "4"));

    assertThat(schema.shards()).isEqualTo(new Shards(4));
  }

  private static List<String> faults(Map<String, String> variables) {
    return catchThrowableOfType(BadConfiguration.class, () -> Config.from(variables)).faults();
  }
}
