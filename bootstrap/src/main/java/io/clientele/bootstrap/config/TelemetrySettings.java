package io.clientele.bootstrap.config;

import io.clientele.bootstrap.config.TelemetryConfig.Receiver;
import io.clientele.bootstrap.config.TelemetryConfig.Sampling;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the supported {@code OTEL_…} settings, as OpenTelemetry defines them. */
final class TelemetrySettings {
  private static final String PROTOCOL = "http/protobuf";
  private static final List<String> SAMPLERS = List.of("always_on", "always_off", "traceidratio");
  private static final String PARENT_BASED = "parentbased_";
  private static final int DAY_MILLIS = 86_400_000;

  private TelemetrySettings() {}

  /** Empty if there was a fault. */
  static Optional<TelemetryConfig> telemetry(SettingsReader environment) {
    var isOff = environment.required(ServiceSetting.OTEL_SDK_DISABLED, TelemetrySettings::isTrue);
    var name = environment.required(ServiceSetting.OTEL_SERVICE_NAME, text -> text);
    var attributes = pairs(environment, ServiceSetting.OTEL_RESOURCE_ATTRIBUTES);
    var endpoint =
        environment.optional(
            ServiceSetting.OTEL_EXPORTER_OTLP_ENDPOINT, TelemetrySettings::endpoint);
    var protocol =
        environment.required(
            ServiceSetting.OTEL_EXPORTER_OTLP_PROTOCOL, TelemetrySettings::protocol);
    var headers = pairs(environment, ServiceSetting.OTEL_EXPORTER_OTLP_HEADERS);
    var timeout =
        environment.required(ServiceSetting.OTEL_EXPORTER_OTLP_TIMEOUT, TelemetrySettings::millis);
    var interval =
        environment.required(ServiceSetting.OTEL_METRIC_EXPORT_INTERVAL, TelemetrySettings::millis);
    var ratio =
        environment.required(ServiceSetting.OTEL_TRACES_SAMPLER_ARG, TelemetrySettings::ratio);
    var sampling =
        environment.required(
            ServiceSetting.OTEL_TRACES_SAMPLER, text -> sampling(text, ratio.orElse(Double.NaN)));
    if (isOff.isEmpty() || protocol.isEmpty() || timeout.isEmpty() || interval.isEmpty()) {
      return Optional.empty();
    }
    return sampling.map(
        chosen ->
            new TelemetryConfig(
                !isOff.get(),
                name.orElseThrow(),
                attributes,
                endpoint.map(at -> new Receiver(at, headers)),
                timeout.get(),
                interval.get(),
                chosen));
  }

  private static Map<String, String> pairs(SettingsReader environment, Setting setting) {
    return environment.optional(setting, TelemetrySettings::pairs).orElse(Map.of());
  }

  /** Parses key-value pairs in the format of W3C baggage. */
  private static Map<String, String> pairs(String text) {
    var pairs = new HashMap<String, String>();
    for (var pair : text.split(",", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length != 2 || !parts[0].strip().matches("[A-Za-z0-9._-]+")) {
        throw new InvalidSetting("must be name=value, separated by commas");
      }
      pairs.put(parts[0].strip(), decoded(parts[1].strip()));
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting("has a % that starts no percent-encoding: write it as %25");
    }
  }

  /**
   * Parses an endpoint. It may hold no user, because addresses are logged; secrets belong in
   * headers.
   */
  private static URI endpoint(String text) {
    try {
      var uri = URI.create(text);
      var isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (isHttp && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The same sentence says all.
    }
    throw new InvalidSetting("must look like http://collector:4318 or https://…, without a user");
  }

  private static String protocol(String text) {
    if (!text.equals(PROTOCOL)) {
      throw new InvalidSetting("must be " + PROTOCOL);
    }
    return text;
  }

  private static boolean isTrue(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSetting("must be true or false");
    };
  }

  private static Duration millis(String text) {
    if (text.matches("[1-9][0-9]{0,7}") && Integer.parseInt(text) <= DAY_MILLIS) {
      return Duration.ofMillis(Integer.parseInt(text));
    }
    throw new InvalidSetting("must be a number of milliseconds, 1 to " + DAY_MILLIS);
  }

  private static double ratio(String text) {
    if (text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") && Double.parseDouble(text) <= 1) {
      return Double.parseDouble(text);
    }
    throw new InvalidSetting("must be a part from 0 to 1, such as 0.01");
  }

  private static Sampling sampling(String name, double ratio) {
    var isParentBased = name.startsWith(PARENT_BASED);
    var kind = isParentBased ? name.substring(PARENT_BASED.length()) : name;
    return switch (SAMPLERS.indexOf(kind)) {
      case 0 -> new Sampling(name, isParentBased, 1);
      case 1 -> new Sampling(name, isParentBased, 0);
      case 2 -> new Sampling(name, isParentBased, ratio);
      default ->
          throw new InvalidSetting(
              "must be one of " + String.join(", ", SAMPLERS) + ", or parentbased_ and one");
    };
  }
}
