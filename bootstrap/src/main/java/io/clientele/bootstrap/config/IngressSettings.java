package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.HttpConfig;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the settings of trusted proxies, allowed origins and rate limits. */
final class IngressSettings {
  private static final int CONNECTIONS_MAX = 100_000;

  private IngressSettings() {}

  static TrustedProxies proxies(SettingsReader environment) {
    return environment
        .optional(ServiceSetting.TRUSTED_PROXIES, IngressSettings::proxies)
        .orElse(TrustedProxies.NONE);
  }

  static AllowedOrigins origins(SettingsReader environment) {
    return environment
        .optional(ServiceSetting.CORS_ORIGINS, IngressSettings::origins)
        .orElse(AllowedOrigins.NONE);
  }

  /** Empty if there was a fault. */
  static Optional<RateLimitConfig> limiting(SettingsReader environment) {
    var isOn = environment.required(ServiceSetting.RATE_LIMITS, IngressSettings::isOn);
    var connections =
        environment.required(ServiceSetting.CONNECTIONS_PER_ADDRESS, IngressSettings::connections);
    return isOn.flatMap(on -> connections.map(max -> new RateLimitConfig(on, max)));
  }

  /** Returns the settings as text, one a line. */
  static String text(HttpConfig http, RateLimitConfig limiting) {
    return """
    TRUSTED_PROXIES=%s
    CORS_ORIGINS=%s
    RATE_LIMITS=%s
    CONNECTIONS_PER_ADDRESS=%d\
    """
        .formatted(
            http.proxies().ranges().stream()
                .map(CidrBlock::toString)
                .collect(Collectors.joining(",")),
            http.origins().allowed().stream().sorted().collect(Collectors.joining(",")),
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
