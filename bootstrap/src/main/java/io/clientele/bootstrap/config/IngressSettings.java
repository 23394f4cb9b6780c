package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter.Budget;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.HttpConfig;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads through whom callers come, from which pages, and how often. */
final class IngressSettings {
  private static final Map<Budget, ServiceSetting> SIZES =
      Map.of(
          Budget.CALLER, ServiceSetting.RATE_LIMIT_CALLER,
          Budget.ADDRESS, ServiceSetting.RATE_LIMIT_ADDRESS,
          Budget.SIGN_IN_NAME, ServiceSetting.RATE_LIMIT_SIGN_IN_NAME,
          Budget.SIGN_IN_STRANGERS, ServiceSetting.RATE_LIMIT_SIGN_IN_STRANGERS,
          Budget.SIGN_IN_DEVICE, ServiceSetting.RATE_LIMIT_SIGN_IN_DEVICE,
          Budget.SIGN_IN_ADDRESS, ServiceSetting.RATE_LIMIT_SIGN_IN_ADDRESS,
          Budget.OWN_PASSWORD, ServiceSetting.RATE_LIMIT_OWN_PASSWORD,
          Budget.EMAIL_CHANGE, ServiceSetting.RATE_LIMIT_EMAIL_CHANGE);

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
    var isOn = environment.wanted(ServiceSetting.RATE_LIMITS, IngressSettings::isOn);
    var limits = new EnumMap<Budget, Quota>(Budget.class);
    SIZES.forEach(
        (budget, setting) ->
            environment
                .wanted(setting, IngressSettings::limit)
                .ifPresent(limit -> limits.put(budget, limit)));
    var connections =
        environment.wanted(ServiceSetting.CONNECTIONS_PER_ADDRESS, IngressSettings::connections);
    return isOn.flatMap(on -> connections.map(max -> new RateLimitConfig(on, max, limits)));
  }

  /** A line a setting. */
  static String text(HttpConfig http, RateLimitConfig limiting) {
    return """
    TRUSTED_PROXIES=%s
    CORS_ORIGINS=%s
    RATE_LIMITS=%s
    CONNECTIONS_PER_ADDRESS=%d
    RATE_LIMIT_CALLER=%s
    RATE_LIMIT_ADDRESS=%s
    RATE_LIMIT_SIGN_IN_NAME=%s
    RATE_LIMIT_SIGN_IN_STRANGERS=%s
    RATE_LIMIT_SIGN_IN_DEVICE=%s
    RATE_LIMIT_SIGN_IN_ADDRESS=%s
    RATE_LIMIT_OWN_PASSWORD=%s
    RATE_LIMIT_EMAIL_CHANGE=%s\
    """
        .formatted(
            http.proxies().ranges().stream()
                .map(CidrBlock::toString)
                .collect(Collectors.joining(",")),
            http.origins().allowed().stream().sorted().collect(Collectors.joining(",")),
            limiting.isOn() ? "on" : "off",
            limiting.connectionsPerAddress(),
            limiting.text(Budget.CALLER),
            limiting.text(Budget.ADDRESS),
            limiting.text(Budget.SIGN_IN_NAME),
            limiting.text(Budget.SIGN_IN_STRANGERS),
            limiting.text(Budget.SIGN_IN_DEVICE),
            limiting.text(Budget.SIGN_IN_ADDRESS),
            limiting.text(Budget.OWN_PASSWORD),
            limiting.text(Budget.EMAIL_CHANGE));
  }

  private static TrustedProxies proxies(String text) {
    try {
      return new TrustedProxies(
          Arrays.stream(text.split(",", -1)).map(String::strip).map(CidrBlock::parse).toList());
    } catch (InvalidValue none) {
      throw new InvalidSetting(
          "must be addresses or ranges of them such as 10.0.0.0/8, with commas between");
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

  private static Quota limit(String text) {
    try {
      var parts = text.split("/", -1);
      if (parts.length == 2 && parts[0].matches("[0-9]{1,9}")) {
        return new Quota(Long.parseLong(parts[0]), Duration.parse(parts[1]));
      }
    } catch (DateTimeParseException | InvalidValue none) {
      // The same sentence says all.
    }
    throw new InvalidSetting(
        "must be 1 to 1000000 calls in whole seconds, at most a day, such as 6000/PT1M");
  }
}
