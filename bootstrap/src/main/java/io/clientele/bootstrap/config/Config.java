package io.clientele.bootstrap.config;

import io.clientele.cache.RedisConfig;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.ServedFronts;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All settings of the service. Prints one setting a line, without secrets.
 *
 * @param fronts whose routes, documents and pages this instance serves
 * @param redis empty if the service runs without Redis
 * @param contributed the settings of contexts
 */
public record Config(
    HttpConfig http,
    int managementPort,
    ServedFronts fronts,
    DatabaseConfig database,
    Optional<RedisConfig> redis,
    Duration shutdownDelay,
    TokenKeys tokenKeys,
    DataKeys dataKeys,
    RateLimitConfig limiting,
    TelemetryConfig telemetry,
    ContributedSettings contributed) {
  private static final Duration DELAY_MAX = Duration.ofMinutes(5);

  /**
   * Reads all settings, with those that contexts contribute.
   *
   * @throws InvalidConfiguration with every fault
   */
  public static Config from(Map<String, String> variables, Collection<SettingGroup> groups) {
    var environment = new SettingsReader(variables);
    var port = environment.required(ServiceSetting.PORT, IngressSettings::port);
    var managementPort =
        environment.required(
            ServiceSetting.MANAGEMENT_PORT, text -> SettingValues.number(text, 1, 65_535));
    var fronts = IngressSettings.fronts(environment);
    var store =
        IngressSettings.store(
            environment,
            fronts,
            Map.of(ServiceSetting.PORT, port, ServiceSetting.MANAGEMENT_PORT, managementPort));
    var bind = environment.required(ServiceSetting.BIND, Function.identity());
    var database = database(environment);
    var redis = environment.required(ServiceSetting.REDIS_URL, Config::redis);
    var shutdownDelay = environment.required(ServiceSetting.SHUTDOWN_DELAY, Config::delay);
    var tokenKeys = ServiceKeys.tokenKeys(environment);
    var dataKeys = ServiceKeys.dataKeys(environment);
    var proxies = IngressSettings.proxies(environment);
    var origins = IngressSettings.origins(environment);
    var limiting = IngressSettings.limiting(environment);
    var telemetry = TelemetrySettings.telemetry(environment);
    var contributed = SettingGroup.read(environment, groups);
    environment.requireNoFaults();
    return new Config(
        HttpConfig.of(bind.orElseThrow(), port.orElseThrow())
            .behind(proxies, origins)
            .withStore(store)
            .withConnectionsPerAddress(limiting.orElseThrow().connectionsMax()),
        managementPort.orElseThrow(),
        fronts.orElseThrow(),
        database.orElseThrow(),
        redis.orElseThrow(),
        shutdownDelay.orElseThrow(),
        tokenKeys.orElseThrow(),
        dataKeys.orElseThrow(),
        limiting.orElseThrow(),
        telemetry.orElseThrow(),
        contributed);
  }

  /**
   * Reads the settings of {@code --migrate}, which needs no others.
   *
   * @throws InvalidConfiguration with every fault
   */
  public static Schema schemaFrom(Map<String, String> variables, Collection<SettingGroup> groups) {
    var environment = new SettingsReader(variables);
    var database = database(environment);
    var contributed = SettingGroup.readOfSchema(environment, groups);
    environment.requireNoFaults();
    return new Schema(database.orElseThrow(), contributed);
  }

  /** The database, and the settings of contexts that its first migration stores. */
  public record Schema(DatabaseConfig database, ContributedSettings contributed) {}

  /**
   * The value of a setting that a context contributed.
   *
   * @throws IllegalStateException if no group declares it
   */
  public <T> T get(ContextSetting<T> setting) {
    return contributed.get(setting);
  }

  @Override
  public String toString() {
    return """
    PORT=%d
    MANAGEMENT_PORT=%d
    FRONTS=%s
    STORE_PORT=%s
    BIND=%s
    %s
    REDIS_URL=%s
    SHUTDOWN_DELAY=%s
    TOKEN_KEYS=%s
    DATA_KEYS=%s
    %s
    %s
    %s\
    """
        .formatted(
            http.port(),
            managementPort,
            fronts,
            IngressSettings.text(http.store()),
            http.bind(),
            text(database),
            redis.map(RedisConfig::toString).orElse("none"),
            shutdownDelay,
            tokenKeys,
            dataKeys,
            IngressSettings.text(http, limiting),
            telemetry,
            contributed)
        .stripTrailing();
  }

  private static String text(DatabaseConfig database) {
    return """
    DATABASE_URL=%s
    MIGRATION_URL=%s
    DATABASE_REPLICA_URL=%s
    DATABASE_POOLER=%s\
    """
        .formatted(
            masked(database.service()),
            masked(database.owner()),
            Optional.ofNullable(database.replica()).map(Config::masked).orElse(""),
            database.pooler().name().toLowerCase(Locale.ROOT));
  }

  private static Optional<DatabaseConfig> database(SettingsReader environment) {
    var service = environment.required(ServiceSetting.DATABASE_URL, Config::login);
    var owner = environment.optional(ServiceSetting.MIGRATION_URL, Config::login);
    var pooler = environment.required(ServiceSetting.DATABASE_POOLER, Config::pooler);
    var replica =
        environment.optional(ServiceSetting.DATABASE_REPLICA_URL, Config::login).orElse(null);
    return service.flatMap(
        login ->
            pooler.map(
                between ->
                    DatabaseConfig.of(login, owner.orElse(login), between).withReplica(replica)));
  }

  private static Login login(String url) {
    var parts = DatabaseUrl.parse(url);
    return new Login(parts.jdbcUrl(), parts.user(), parts.password());
  }

  private static Optional<RedisConfig> redis(String url) {
    try {
      return "none".equals(url) ? Optional.empty() : Optional.of(RedisConfig.parse(url));
    } catch (InvalidValue e) {
      throw new InvalidSetting(
          "must look like redis://user:password@host:port, rediss:// or redis-sentinel://, or be"
              + " none");
    }
  }

  private static Pooler pooler(String text) {
    return switch (text) {
      case "none" -> Pooler.NONE;
      case "transaction" -> Pooler.TRANSACTION;
      default -> throw new InvalidSetting("must be none or transaction");
    };
  }

  private static Duration delay(String text) {
    return SettingValues.duration(
        text, Duration.ZERO, DELAY_MAX, "must be a duration from PT0S to PT5M, such as PT5S");
  }

  private static String masked(Login login) {
    return login.toString().replaceFirst("jdbc:postgresql://", "postgresql://***:***@");
  }
}
