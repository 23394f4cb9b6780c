package io.clientele.bootstrap.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of metrics and traces. Prints one setting a line, without secrets.
 *
 * @param attributes of the service, beside its name
 * @param receiver empty if telemetry is only served at {@code /metrics}
 */
public record TelemetryConfig(
    boolean isOn,
    String serviceName,
    Map<String, String> attributes,
    Optional<Receiver> receiver,
    Duration timeout,
    Duration metricInterval,
    Sampling sampling) {
  public TelemetryConfig {
    attributes = Map.copyOf(attributes);
  }

  /**
   * The OTLP receiver over HTTP.
   *
   * @param headers may hold secrets
   */
  public record Receiver(URI endpoint, Map<String, String> headers) {
    public Receiver {
      headers = Map.copyOf(headers);
    }

    /** The address of one kind of signal: {@code traces} or {@code metrics}. */
    public String path(String signal) {
      var base = endpoint.toString();
      return base + (base.endsWith("/") ? "" : "/") + "v1/" + signal;
    }

    @Override
    public String toString() {
      return endpoint.toString();
    }
  }

  /**
   * The sampling of requests.
   *
   * @param isParentBased whether the caller's sampling decision is followed
   * @param ratio of the remaining requests
   */
  public record Sampling(String name, boolean isParentBased, double ratio) {}

  @Override
  public String toString() {
    return """
    OTEL_SDK_DISABLED=%s
    OTEL_SERVICE_NAME=%s
    OTEL_RESOURCE_ATTRIBUTES=%s
    OTEL_EXPORTER_OTLP_ENDPOINT=%s
    OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
    OTEL_EXPORTER_OTLP_HEADERS=%s
    OTEL_EXPORTER_OTLP_TIMEOUT=%d
    OTEL_METRIC_EXPORT_INTERVAL=%d
    OTEL_TRACES_SAMPLER=%s
    OTEL_TRACES_SAMPLER_ARG=%s\
    """
        .formatted(
            !isOn,
            serviceName,
            attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(",")),
            receiver.map(Receiver::toString).orElse(""),
            receiver.filter(one -> !one.headers().isEmpty()).map(one -> "***").orElse(""),
            timeout.toMillis(),
            metricInterval.toMillis(),
            sampling.name(),
            sampling.ratio());
  }
}
