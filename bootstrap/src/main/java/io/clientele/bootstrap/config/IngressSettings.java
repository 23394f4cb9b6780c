package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.ServedFronts;
import io.clientele.http.server.StoreIngress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the settings of fronts, the store's port, trusted proxies, allowed origins and limits. */
final class IngressSettings {
  private static final int CONNECTIONS_MAX = 100_000;

  private IngressSettings() {}

  static TrustedProxies proxies(SettingsReader environment) {
    return environment
        .optional(ServiceSetting.TRUSTED_PROXIES, IngressSettings::proxies)
        .orElse(TrustedProxies.NONE);
  }

  static AllowedOrigins origins(SettingsReader environment) {
    return origins(environment, ServiceSetting.CORS_ORIGINS)
        .withStore(origins(environment, ServiceSetting.STORE_CORS_ORIGINS));
  }

  private static AllowedOrigins origins(SettingsReader environment, Setting setting) {
    return environment.optional(setting, IngressSettings::origins).orElse(AllowedOrigins.NONE);
  }

  /** Empty if there was a fault. */
  static Optional<ServedFronts> fronts(SettingsReader environment) {
    return environment.required(ServiceSetting.FRONTS, SettingValues.parsedBy(ServedFronts::parse));
  }

  /**
   * The store's ingress: on a port of its own if that is set. It is a fault if another port is the
   * same, or if the instance does not serve the store.
   *
   * @param fronts that the instance serves; empty if they are a fault themselves
   * @param others the other ports by their settings
   */
  static StoreIngress store(
      SettingsReader environment,
      Optional<ServedFronts> fronts,
      Map<Setting, Optional<Integer>> others) {
    var port = environment.optional(ServiceSetting.STORE_PORT, IngressSettings::port);
    if (port.isPresent() && fronts.isPresent() && !fronts.get().hasStore()) {
      environment.fault("STORE_PORT is set, but FRONTS does not contain store");
    }
    others.forEach(
        (setting, other) -> {
          if (port.isPresent() && port.get() > 0 && port.equals(other)) {
            environment.fault("STORE_PORT and " + setting.name() + " must be different ports");
          }
        });
    return port.map(StoreIngress.SHARED::on).orElse(StoreIngress.SHARED);
  }

  /** Empty if there was a fault. */
  static Optional<RateLimitConfig> limiting(SettingsReader environment) {
    var isOn = environment.required(ServiceSetting.RATE_LIMITS, IngressSettings::isOn);
    var connections =
        environment.required(ServiceSetting.CONNECTIONS_PER_ADDRESS, IngressSettings::connections);
    return isOn.flatMap(on -> connections.map(max -> new RateLimitConfig(on, max)));
  }

  /** Returns the store's own port as text; empty if it has none. */
  static String text(StoreIngress store) {
    return store.port().isPresent() ? Integer.toString(store.port().getAsInt()) : "";
  }

  /** Returns the settings as text, one a line. */
  static String text(HttpConfig http, RateLimitConfig limiting) {
    return """
    TRUSTED_PROXIES=%s
    CORS_ORIGINS=%s
    STORE_CORS_ORIGINS=%s
    RATE_LIMITS=%s
    CONNECTIONS_PER_ADDRESS=%d\
    """
        .formatted(
            http.proxies().ranges().stream()
                .map(CidrBlock::toString)
                .collect(Collectors.joining(",")),
            http.origins().allowed().stream().sorted().collect(Collectors.joining(",")),
            http.origins().store().stream().sorted().collect(Collectors.joining(",")),
            limiting.isOn() ? "on" : "off",
            limiting.connectionsPerAddress());
  }

  private static TrustedProxies proxies(String text) {
    try {
      return new TrustedProxies(
          Arrays.stream(text.split(",", -1)).map(String::strip).map(CidrBlock::parse).toList());
    } catch (InvalidValue none) {
      throw new InvalidSetting(
          "must be addresses or ranges such as 10.0.0.0/8, separated by commas");
    }
  }

  private static AllowedOrigins origins(String text) {
    try {
      return AllowedOrigins.parse(text);
    } catch (InvalidValue malformed) {
      throw new InvalidSetting(malformed.faults().getFirst().rule());
    }
  }

  static int port(String text) {
    return SettingValues.number(text, 0, 65_535);
  }

  private static boolean isOn(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new InvalidSetting("must be on or off");
    };
  }

  private static int connections(String text) {
    if (text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= CONNECTIONS_MAX) {
      return Integer.parseInt(text);
    }
    throw new InvalidSetting("must be a whole number from 1 to " + CONNECTIONS_MAX);
  }
}
