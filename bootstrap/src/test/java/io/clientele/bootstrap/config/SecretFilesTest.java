package io.clientele.bootstrap.config;

import static io.clientele.bootstrap.config.SettingsFixture.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.security.TokenKeys;
import io.clientele.persistence.crypto.DataKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every secret can be read from a file, because orchestrators provide secrets as files. */
class SecretFilesTest {
  /** A value of each secret; a new secret needs one. */
  private static final Map<ServiceSetting, String> SAMPLES =
      new EnumMap<>(
          Map.of(
              ServiceSetting.DATABASE_URL,
                  "postgresql://clientele:from-a-file@db.internal/accounts",
              ServiceSetting.MIGRATION_URL, "postgresql://owner:from-a-file@db.internal/accounts",
              ServiceSetting.DATABASE_REPLICA_URL,
                  "postgresql://clientele:x@copy.internal/accounts",
              ServiceSetting.REDIS_URL, "rediss://clientele:from-a-file@cache.internal:6380",
              ServiceSetting.TOKEN_KEYS, TokenKeys.fresh().secret(),
              ServiceSetting.DATA_KEYS, DataKeys.fresh(),
              ServiceSetting.OTEL_EXPORTER_OTLP_HEADERS, "api-key=from-a-file"));

  @TempDir private Path folder;

  static Stream<ServiceSetting> secrets() {
    return ServiceSetting.supported().stream().filter(ServiceSetting::isSecret);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsReadFromAFileLikeFromItsVariable(ServiceSetting secret) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), sample(secret) + "\n").toString();

    assertThat(config(with(secret, secret + "_FILE", file)))
        .isEqualTo(config(with(secret, secret.name(), sample(secret))))
        .isNotEqualTo(config(others()));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretFromAFileIsNotPrinted(ServiceSetting secret) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), sample(secret)).toString();

    assertThat(config(with(secret, secret + "_FILE", file)).toString())
        .contains(secret + "=")
        .doesNotContain("from-a-file", sample(secret));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aFileThatIsMissingOrEmptyIsAFault(ServiceSetting secret) throws IOException {
    var missing = folder.resolve("missing").toString();
    var empty = Files.writeString(folder.resolve("empty"), "\n").toString();

    assertThat(SettingsFixture.faults(with(secret, secret + "_FILE", missing)))
        .containsExactly(secret + "_FILE names a file that cannot be read: " + missing);
    assertThat(SettingsFixture.faults(with(secret, secret + "_FILE", empty)))
        .containsExactly(secret + "_FILE names an empty file: " + empty);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aFileAndAVariableTogetherAreAFault(ServiceSetting secret) {
    var both = with(secret, secret.name(), sample(secret));
    both.put(secret + "_FILE", "anywhere");

    assertThat(SettingsFixture.faults(both))
        .containsExactly(secret + " and " + secret + "_FILE are both set: only one may be");
  }

  private static String sample(ServiceSetting secret) {
    return Objects.requireNonNull(SAMPLES.get(secret), "no sample of " + secret);
  }

  private static Map<String, String> with(ServiceSetting secret, String name, String value) {
    var variables = others();
    variables.remove(secret.name());
    variables.put(name, value);
    return variables;
  }

  /** Returns the required settings and those that some secrets depend on. */
  private static Map<String, String> others() {
    var variables = new HashMap<>(SettingsFixture.REQUIRED);
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.internal:4318");
    return variables;
  }
}
