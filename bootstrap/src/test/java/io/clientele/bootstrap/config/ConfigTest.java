package io.clientele.bootstrap.config;

import static io.clientele.bootstrap.config.SettingsFixture.DATABASE;
import static io.clientele.bootstrap.config.SettingsFixture.DATA_KEYS;
import static io.clientele.bootstrap.config.SettingsFixture.REQUIRED;
import static io.clientele.bootstrap.config.SettingsFixture.TOKEN_KEYS;
import static io.clientele.bootstrap.config.SettingsFixture.config;
import static io.clientele.bootstrap.config.SettingsFixture.faults;
import static io.clientele.bootstrap.config.SettingsFixture.with;
import static io.clientele.bootstrap.views.ViewsSettings.FLUSH_INTERVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.bootstrap.views.ViewsSettings;
import io.clientele.cache.RedisConfig;
import io.clientele.domain.views.Sharding;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.ServedFronts;
import io.clientele.http.server.StoreIngress;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigTest {
  @Test
  void theDefaults() {
    var config = config(REQUIRED);

    var login = new Login("jdbc:postgresql://db.internal:5433/accounts", "clientele", "pass@word");
    assertThat(config)
        .isEqualTo(
            new Config(
                HttpConfig.of("0.0.0.0", 8080),
                9090,
                ServedFronts.parse("operations,store"),
                DatabaseConfig.of(login, login, Pooler.NONE),
                Optional.empty(),
                Duration.ofSeconds(5),
                TOKEN_KEYS,
                DataKeys.parse(DATA_KEYS),
                IngressSettingsTest.DEFAULT,
                TelemetrySettingsTest.DEFAULT,
                config.contributed()));
  }

  @Test
  void everySettingSet() {
    var newer = DataKeys.fresh();
    var config =
        config(
            with(
                with(
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
                        "SHUTDOWN_DELAY", "PT1M",
                        "VIEWS_SHARDS", "32")),
                Map.of(
                    "DATABASE_REPLICA_URL",
                    "postgresql://reader:re%40d@copy.internal/accounts",
                    "TOKEN_KEYS",
                    TOKEN_KEYS.secret(),
                    "DATA_KEYS",
                    newer + ", " + DATA_KEYS,
                    "FRONTS",
                    "store",
                    "STORE_PORT",
                    "82")));

    assertThat(config)
        .isEqualTo(
            new Config(
                HttpConfig.of("10.0.0.7", 80).withStore(StoreIngress.SHARED.on(82)),
                81,
                ServedFronts.parse("store"),
                DatabaseConfig.of(
                        new Login(
                            "jdbc:postgresql://db.internal:5433/accounts",
                            "clientele",
                            "pass@word"),
                        new Login(
                            "jdbc:postgresql://db.internal/accounts?sslmode=require",
                            "owner",
                            "own"),
                        Pooler.TRANSACTION)
                    .withReplica(
                        new Login("jdbc:postgresql://copy.internal/accounts", "reader", "re@d")),
                Optional.of(RedisConfig.parse("rediss://clientele:secret@cache.internal:6380")),
                Duration.ofMinutes(1),
                TOKEN_KEYS,
                DataKeys.parse(newer + "," + DATA_KEYS),
                IngressSettingsTest.DEFAULT,
                TelemetrySettingsTest.DEFAULT,
                config.contributed()));
  }

  @Test
  void allFaultsAreReportedTogether() {
    assertThat(
            faults(
                Map.of(
                    "PORT", "eighty",
                    "MANAGEMENT_PORT", "70000",
                    "DATABASE_POOLER", "session",
                    "REDIS_URL", "memcached://cache",
                    "VIEWS_FLUSH_INTERVAL", "PT0.5S",
                    "SHUTDOWN_DELAY", "PT-1S",
                    "VIEWS_SHARDS", "257",
                    "TOKEN_KEYS", "{}")))
        .hasSize(10)
        .anyMatch(fault -> fault.startsWith("PORT must be a number from 0 to 65535"))
        .anyMatch(fault -> fault.startsWith("MANAGEMENT_PORT must be a number"))
        .anyMatch(fault -> fault.startsWith("DATABASE_URL is not set"))
        .anyMatch(fault -> fault.startsWith("DATABASE_POOLER must be none or transaction"))
        .anyMatch(fault -> fault.startsWith("REDIS_URL must look like redis://"))
        .anyMatch(fault -> fault.startsWith("VIEWS_FLUSH_INTERVAL must be a duration"))
        .anyMatch(fault -> fault.startsWith("SHUTDOWN_DELAY must be a duration"))
        .anyMatch(fault -> fault.startsWith("VIEWS_SHARDS must be a number from 1 to 256"))
        .anyMatch(fault -> fault.startsWith("TOKEN_KEYS must be a JWK set of private keys"))
        .anyMatch(fault -> fault.startsWith("DATA_KEYS is not set"));
  }

  @Test
  void anEmptyVariableIsNotSet() {
    var config = config(with(Map.of("PORT", " ")));

    assertThat(config.http().port()).isEqualTo(8080);
  }

  @Test
  void noSecretIsPrintedOrInAFault() {
    var secret = "s3cr3t";
    var variables = with(Map.of());
    variables.put(
        "DATABASE_URL", "postgresql://me:" + secret + "@db/accounts?sslpassword=" + secret);
    variables.put("DATABASE_REPLICA_URL", "postgresql://me:" + secret + "@copy/accounts");
    variables.put("REDIS_URL", "redis://me:" + secret + "@cache:6379");

    assertThat(config(variables).toString())
        .contains("db/accounts")
        .doesNotContain(secret, DATA_KEYS, TOKEN_KEYS.secret(), "\"d\"");

    variables.replaceAll((name, value) -> "@" + secret + ":" + value);
    assertThat(faults(variables)).hasSize(5).noneMatch(fault -> fault.contains(secret));
  }

  @Test
  void everySupportedSettingIsPrinted() {
    var printed = config(REQUIRED).toString();

    assertThat(Arrays.stream(printed.split("\n")).map(line -> line.split("=", 2)[0]))
        .containsExactlyElementsOf(
            Stream.concat(
                    ServiceSetting.supported().stream().map(Setting::name),
                    Stream.concat(
                        RateLimitSettings.group(SettingsFixture.RATE_LIMITS).settings().stream()
                            .map(Setting::name),
                        Stream.of("VIEWS_SHARDS", "VIEWS_FLUSH_INTERVAL")))
                .toList());
  }

  @Test
  void migrationsNeedTheDatabaseAlone() {
    var groups = List.of(ViewsSettings.GROUP);

    var schema = Config.schemaFrom(Map.of("DATABASE_URL", DATABASE, "VIEWS_SHARDS", "4"), groups);

    assertThat(schema.contributed().get(ViewsSettings.SHARDS)).isEqualTo(new Sharding(4));
    assertThatThrownBy(() -> Config.schemaFrom(Map.of("VIEWS_SHARDS", "0"), groups))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll("DATABASE_URL is not set", "VIEWS_SHARDS must be a number");
  }

  @Test
  void aContributedSettingHasItsDefaultOrItsValue() {
    assertThat(config(REQUIRED).get(FLUSH_INTERVAL)).isEqualTo(Duration.ofMinutes(5));
    assertThat(config(with(Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"))).get(FLUSH_INTERVAL))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aContributedSecretIsMasked() {
    var secret = new ContextSetting<>("PARCEL_KEY", true, Optional.empty(), "A key", text -> text);
    var groups = List.of(new SettingGroup("Parcels", List.of(secret)));

    var config = Config.from(with(Map.of("PARCEL_KEY", "s3cr3t")), groups);

    assertThat(config.get(secret)).isEqualTo("s3cr3t");
    assertThat(config.toString()).endsWith("\nPARCEL_KEY=***");
    assertThatThrownBy(() -> Config.from(REQUIRED, groups))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("PARCEL_KEY is not set: A key");
  }
}
