package io.clientele.bootstrap.config;

import io.clientele.domain.InvalidValue;
import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.http.Cidr;
import io.clientele.http.HttpConfig;
import io.clientele.http.Origins;
import io.clientele.http.TrustedProxies;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads through whom callers come, from which pages, and how often. */
final class EdgeSettings {
  private static final Map<Budget, Setting> SIZES =
      Map.of(
          Budget.CALLER, Setting.RATE_LIMIT_CALLER,
          Budget.ADDRESS, Setting.RATE_LIMIT_ADDRESS,
          Budget.SIGN_IN_NAME, Setting.RATE_LIMIT_SIGN_IN_NAME,
          Budget.SIGN_IN_STRANGERS, Setting.RATE_LIMIT_SIGN_IN_STRANGERS,
          Budget.SIGN_IN_DEVICE, Setting.RATE_LIMIT_SIGN_IN_DEVICE,
          Budget.SIGN_IN_ADDRESS, Setting.RATE_LIMIT_SIGN_IN_ADDRESS,
          Budget.OWN_PASSWORD, Setting.RATE_LIMIT_OWN_PASSWORD,
          Budget.EMAIL_CHANGE, Setting.RATE_LIMIT_EMAIL_CHANGE);

  private static final int CONNECTIONS_MAX = 100_000;

  private EdgeSettings() {}

  static TrustedProxies proxies(Environment environment) {
    return environment
        .optional(Setting.TRUSTED_PROXIES, EdgeSettings::proxies)
        .orElse(TrustedProxies.NONE);
  }

  static Origins origins(Environment environment) {
    return environment.optional(Setting.CORS_ORIGINS, EdgeSettings::origins).orElse(Origins.NONE);
  }

  /** Empty if there was a fault. */
  static Optional<Limiting> limiting(Environment environment) {
    var isOn = environment.wanted(Setting.RATE_LIMITS, EdgeSettings::isOn);
    var limits = new EnumMap<Budget, Limit>(Budget.class);
    SIZES.forEach(
        (budget, setting) ->
            environment
                .wanted(setting, EdgeSettings::limit)
                .ifPresent(limit -> limits.put(budget, limit)));
    var connections =
        environment.wanted(Setting.CONNECTIONS_PER_ADDRESS, EdgeSettings::connections);
    return isOn.flatMap(on -> connections.map(max -> new Limiting(on, max, limits)));
  }

  /** A line a setting. */
  static String text(HttpConfig http, Limiting limiting) {
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
            http.proxies().ranges().stream().map(Cidr::toString).collect(Collectors.joining(",")),
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
          Arrays.stream(text.split(",", -1)).map(String::strip).map(Cidr::parse).toList());
    } catch (InvalidValue none) {
      throw new InvalidSetting(
          "must be addresses or ranges of them such as 10.0.0.0/8, with commas between");
    }
  }

  private static Origins origins(String text) {
    try {
      return Origins.parse(text);
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

  private static Limit limit(String text) {
    try {
      var parts = text.split("/", -1);
      if (parts.length == 2 && parts[0].matches("[0-9]{1,9}")) {
        return new Limit(Long.parseLong(parts[0]), Duration.parse(parts[1]));
      }
    } catch (DateTimeParseException | InvalidValue none) {
      // The same sentence says all.
    }
    throw new InvalidSetting(
        "must be 1 to 1000000 calls in whole seconds, at most a day, such as 6000/PT1M");
  }
}
