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

import io.clientele.cache.RedisConfig;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.views.Sharding;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import io.clientele.http.server.HttpConfig;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                DatabaseConfig.of(login, login, Pooler.NONE),
                Optional.empty(),
                Duration.ofSeconds(5),
                new Sharding(16),
                Optional.empty(),
                new AuthenticationConfig(TOKEN_KEYS, List.of(), Set.of()),
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
                    "DATABASE_REPLICA_URL", "postgresql://reader:re%40d@copy.internal/accounts",
                    "ADMIN_EMAIL", "Ada@example.com",
                    "ADMIN_PASSWORD", "correct horse",
                    "TOKEN_KEYS", TOKEN_KEYS.secret(),
                    "DATA_KEYS", newer + ", " + DATA_KEYS,
                    "OIDC_ISSUERS",
                        "https://id.example.com/realm|accounts|admin+customer|PT1H,"
                            + " http://localhost:8081|clientele",
                    "OIDC_REFUSED", "https://id.example.com/realm|auth0|7")));

    assertThat(config)
        .isEqualTo(
            new Config(
                HttpConfig.of("10.0.0.7", 80),
                81,
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
                new Sharding(32),
                Optional.of(new FirstAdmin(new Email("ada@example.com"), "correct horse")),
                new AuthenticationConfig(
                    TOKEN_KEYS,
                    List.of(
                        new OidcIssuer(
                            "https://id.example.com/realm",
                            "accounts",
                            Set.of(Role.ADMIN, Role.CUSTOMER),
                            Duration.ofHours(1)),
                        new OidcIssuer(
                            "http://localhost:8081",
                            "clientele",
                            Set.of(Role.OPERATOR, Role.AUDITOR, Role.CUSTOMER),
                            Duration.ofHours(24))),
                    Set.of(new RefusedSubject("https://id.example.com/realm", "auth0|7"))),
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
                    "ADMIN_EMAIL", "no-at",
                    "TOKEN_KEYS", "{}",
                    "OIDC_ISSUERS", "http://id.example.com|clientele")))
        .hasSize(13)
        .anyMatch(fault -> fault.startsWith("PORT must be a number from 0 to 65535"))
        .anyMatch(fault -> fault.startsWith("MANAGEMENT_PORT must be a number"))
        .anyMatch(fault -> fault.startsWith("DATABASE_URL is not set"))
        .anyMatch(fault -> fault.startsWith("DATABASE_POOLER must be none or transaction"))
        .anyMatch(fault -> fault.startsWith("REDIS_URL must look like redis://"))
        .anyMatch(fault -> fault.startsWith("VIEWS_FLUSH_INTERVAL must be a duration"))
        .anyMatch(fault -> fault.startsWith("SHUTDOWN_DELAY must be a duration"))
        .anyMatch(fault -> fault.startsWith("VIEWS_SHARDS must be a number from 1 to 256"))
        .anyMatch(fault -> fault.startsWith("ADMIN_EMAIL must be a mailbox"))
        .anyMatch(fault -> fault.startsWith("ADMIN_EMAIL and ADMIN_PASSWORD belong together"))
        .anyMatch(fault -> fault.startsWith("TOKEN_KEYS must be a JWK set of private keys"))
        .anyMatch(fault -> fault.startsWith("DATA_KEYS is not set"))
        .anyMatch(fault -> fault.startsWith("OIDC_ISSUERS must be https://"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https://id.example.com; must be https://issuer|audience",
        "https://id.example.com|; must be https://issuer|audience",
        "http://id.example.com|a; must be https://issuer|audience",
        "https://id.example.com|a,; must be https://issuer|audience",
        "https://id.example.com|a|operator|PT1H|store; must be https://issuer|audience",
        "https://id.example.com|a|; must name roles",
        "https://id.example.com|a||PT1H; must name roles",
        "https://id.example.com|a|root; must name roles",
        "https://id.example.com|a|operator+; must name roles",
        "https://id.example.com|a|ADMIN; must name roles",
        "https://id.example.com|a|operator|; must name a maximum age",
        "https://id.example.com|a|operator|1h; must name a maximum age",
        "https://id.example.com|a|operator|PT0S; must name a maximum age",
        "https://id.example.com|a|operator|-PT1H; must name a maximum age",
        "https://id.example.com|a|operator|P367D; must name a maximum age",
        "https://id.example.com|a,https://id.example.com|a|admin; must name each issuer and"
            + " audience"
      })
  void aMisspeltIssuerIsAFault(String issuers, String fault) {
    assertThat(faults(with(Map.of("OIDC_ISSUERS", issuers))))
        .singleElement()
        .asString()
        .startsWith("OIDC_ISSUERS " + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "ada",
    "|ada",
    "https://id.example.com|",
    "https://id.example.com/|ada",
    "https://other.example.com|ada"
  })
  void aRefusedSubjectOfNoIssuerIsAFault(String refused) {
    var variables =
        Map.of("OIDC_ISSUERS", "https://id.example.com|accounts", "OIDC_REFUSED", refused);

    assertThat(faults(with(variables))).singleElement().asString().startsWith("OIDC_REFUSED must ");
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
    variables.put("ADMIN_EMAIL", "ada@example.com");
    variables.put("ADMIN_PASSWORD", "my " + secret + " password");

    assertThat(config(variables).toString())
        .contains("db/accounts")
        .doesNotContain(secret, DATA_KEYS, TOKEN_KEYS.secret(), "\"d\"", "ada@");

    variables.replaceAll((name, value) -> "@" + secret + ":" + value);
    assertThat(faults(variables)).hasSize(6).noneMatch(fault -> fault.contains(secret));
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
                        Stream.of("VIEWS_FLUSH_INTERVAL")))
                .toList());
  }

  @Test
  void migrationsNeedTheDatabaseAlone() {
    var schema = Config.schemaFrom(Map.of("DATABASE_URL", DATABASE, "VIEWS_SHARDS", "4"));

    assertThat(schema.shards()).isEqualTo(new Sharding(4));
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
