package io.clientele.infra;

import io.clientele.infra.config.BackupSettings;
import io.clientele.infra.config.DeploymentSettings;
import io.clientele.infra.config.ReleaseImages;
import io.clientele.infra.config.SizeOverrides;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the configuration that {@code Pulumi.yaml} declares. A missing value reads as empty. */
final class StackConfig {
  static final String CACHE_TOKEN = "cacheToken";
  static final String ORIGIN_TOKEN = "originToken";

  /** A token needs no escaping in a URL or a header. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{32,128}");

  private final Function<String, Optional<String>> settings;

  StackConfig(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  DeploymentSettings settings() {
    return new DeploymentSettings(
        text("account"),
        text("region"),
        List.of(text("zones").split(",")),
        text("domain"),
        text("hostedZone"),
        text("edgePrefixList"),
        text("alarmEmail"),
        text("adminEmail"),
        text("repository"),
        text("stateBucket"),
        text("stateKey"),
        release(),
        Optional.of(text("mailFrom")).filter(from -> !from.isEmpty()),
        BackupSettings.of(text("backupRegion"), text("restoreFrom")));
  }

  /** The sizes that are set, by name. */
  SizeOverrides sizes() {
    return new SizeOverrides(
        SizeOverrides.NAMES.stream().collect(Collectors.toMap(name -> name, this::text)));
  }

  private Optional<ReleaseImages> release() {
    var service = text("serviceDigest");
    var collector = text("collectorDigest");
    return service.isEmpty() && collector.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReleaseImages(service, collector));
  }

  private String text(String name) {
    return settings.apply(name).orElse("");
  }

  /** Returns the token if it is valid. The error message does not contain the token. */
  static String token(String name, String value) {
    if (!TOKEN.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be 32 to 128 letters and digits");
    }
    return value;
  }
}
