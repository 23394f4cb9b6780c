package io.clientele.bootstrap.config;

import static io.clientele.bootstrap.config.SettingsFixture.config;
import static io.clientele.bootstrap.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.config.TelemetryConfig.Receiver;
import io.clientele.bootstrap.config.TelemetryConfig.Sampling;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySettingsTest {
  static final TelemetryConfig DEFAULT =
      new TelemetryConfig(
          true,
          "clientele",
          Map.of(),
          Optional.empty(),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          new Sampling("parentbased_traceidratio", true, 0.01));

  @Test
  void everySettingSet() {
    var read =
        config(
                with(
                    Map.of(
                        "OTEL_SDK_DISABLED", "true",
                        "OTEL_SERVICE_NAME", "accounts",
                        "OTEL_RESOURCE_ATTRIBUTES",
                            "service.namespace=a%20b, deployment.environment.name=prod",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "https://collector.internal:4318/in",
                        "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                        "OTEL_EXPORTER_OTLP_HEADERS", "api-key=s3cr3t",
                        "OTEL_EXPORTER_OTLP_TIMEOUT", "2000",
                        "OTEL_METRIC_EXPORT_INTERVAL", "15000",
                        "OTEL_TRACES_SAMPLER", "traceidratio",
                        "OTEL_TRACES_SAMPLER_ARG", "0.5")))
            .telemetry();

    assertThat(read)
        .isEqualTo(
            new TelemetryConfig(
                false,
                "accounts",
                Map.of("service.namespace", "a b", "deployment.environment.name", "prod"),
                Optional.of(
                    new Receiver(
                        URI.create("https://collector.internal:4318/in"),
                        Map.of("api-key", "s3cr3t"))),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                new Sampling("traceidratio", false, 0.5)));
    assertThat(read.receiver().orElseThrow().path("traces"))
        .isEqualTo("https://collector.internal:4318/in/v1/traces");
    assertThat(read.toString())
        .contains("OTEL_EXPORTER_OTLP_HEADERS=***\n")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({
    "always_on, false, 1",
    "parentbased_always_on, true, 1",
    "always_off, false, 0",
    "parentbased_always_off, true, 0",
    "traceidratio, false, 0.01"
  })
  void samplersHaveTheNamesOfOpenTelemetry(String name, boolean isParentBased, double ratio) {
    var read = config(with(Map.of("OTEL_TRACES_SAMPLER", name))).telemetry();

    assertThat(read.sampling()).isEqualTo(new Sampling(name, isParentBased, ratio));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OTEL_SDK_DISABLED=yes",
        "OTEL_RESOURCE_ATTRIBUTES=prod",
        "OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://me:secret@collector:4318",
        "OTEL_EXPORTER_OTLP_PROTOCOL=grpc",
        "OTEL_EXPORTER_OTLP_HEADERS=api-key",
        "OTEL_EXPORTER_OTLP_TIMEOUT=10s",
        "OTEL_METRIC_EXPORT_INTERVAL=0",
        "OTEL_TRACES_SAMPLER=jaeger_remote",
        "OTEL_TRACES_SAMPLER_ARG=2"
      })
  void anUnreadableValueIsAFaultWithoutTheSecret(String setting) {
    var parts = setting.split("=", 2);

    assertThat(SettingsFixture.faults(with(Map.of(parts[0], parts[1]))))
        .singleElement()
        .asString()
        .startsWith(parts[0] + " must")
        .doesNotContain("secret");
  }
}
