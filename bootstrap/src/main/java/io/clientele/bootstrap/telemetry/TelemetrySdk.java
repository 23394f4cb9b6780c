package io.clientele.bootstrap.telemetry;

import io.clientele.bootstrap.config.TelemetryConfig;
import io.clientele.bootstrap.config.TelemetryConfig.Receiver;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.instrumentation.runtimetelemetry.RuntimeTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.ExplicitBucketHistogramOptions;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The OpenTelemetry SDK: meters, the Prometheus endpoint, and traces. Sends both by OTLP where an
 * endpoint is configured. When switched off, it is the no-op API.
 */
public final class TelemetrySdk implements AutoCloseable {
  private static final String NAME = "clientele";

  /** Short, so that a trace can be found soon after its request. */
  private static final Duration SEND_SPANS = Duration.ofSeconds(1);

  /**
   * Buckets for seconds, the unit of all our durations; the SDK's default buckets are for
   * milliseconds.
   */
  private static final View SECONDS =
      View.builder()
          .setAggregation(
              Aggregation.explicitBucketHistogram(
                  ExplicitBucketHistogramOptions.builder()
                      .setBucketBoundaries(
                          List.of(
                              0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5,
                              5.0, 10.0))
                      .build()))
          .build();

  private static final InstrumentSelector HISTOGRAMS =
      InstrumentSelector.builder().setType(InstrumentType.HISTOGRAM).build();

  private final OpenTelemetry api;
  private final Supplier<Runnable> page;
  private final List<Runnable> parts = new ArrayList<>();

  private TelemetrySdk(OpenTelemetry api, Supplier<Runnable> page, List<Runnable> parts) {
    this.api = api;
    this.page = page;
    this.parts.addAll(parts);
  }

  /** Serves no page before {@link #listen}. */
  static TelemetrySdk of(TelemetryConfig config, String host, int port) {
    if (!config.isOn()) {
      return new TelemetrySdk(OpenTelemetry.noop(), () -> () -> {}, List.of());
    }
    var resource = resource(config);
    var reader = PrometheusMetricReader.builder().setOtelScopeLabelsEnabled(false).build();
    var sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(meters(config, resource, reader))
            .setTracerProvider(tracers(config, resource))
            .build();
    return new TelemetrySdk(
        sdk,
        () -> PrometheusEndpoint.open(host, port, new EmptyHistograms(reader))::close,
        List.of(RuntimeTelemetry.create(sdk)::close, sdk::close));
  }

  /**
   * Registers the instruments of all contexts, then serves {@code /metrics}, so that the first
   * scrape has them.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public void listen(Collection<Meters> instruments) {
    var meter = meter();
    instruments.forEach(one -> one.register(meter));
    parts.addFirst(page.get());
  }

  /** Returns the API for meters and tracers. */
  OpenTelemetry api() {
    return api;
  }

  Meter meter() {
    return api.getMeter(NAME);
  }

  /** Sends the remaining telemetry and stops. */
  @Override
  public void close() {
    parts.forEach(Runnable::run);
  }

  private static Resource resource(TelemetryConfig config) {
    var attributes = Attributes.builder();
    config.attributes().forEach(attributes::put);
    return Resource.getDefault().toBuilder()
        .put("service.instance.id", UUID.randomUUID().toString())
        .putAll(attributes.build())
        .put("service.name", config.serviceName())
        .build();
  }

  private static SdkMeterProvider meters(
      TelemetryConfig config, Resource resource, MetricReader reader) {
    var meters =
        SdkMeterProvider.builder()
            .setResource(resource)
            .registerView(HISTOGRAMS, SECONDS)
            .registerMetricReader(reader);
    config
        .receiver()
        .map(receiver -> metricExporter(config, receiver))
        .ifPresent(
            exporter ->
                meters.registerMetricReader(
                    PeriodicMetricReader.builder(exporter)
                        .setInterval(config.metricInterval())
                        .build()));
    return meters.build();
  }

  /**
   * Creates the tracer provider. Without a receiver it samples nothing, but still generates and
   * propagates ids.
   */
  private static SdkTracerProvider tracers(TelemetryConfig config, Resource resource) {
    var tracers = SdkTracerProvider.builder().setResource(resource);
    config
        .receiver()
        .ifPresentOrElse(
            receiver ->
                tracers
                    .setSampler(new InternalSpanSampler(RequestSamplers.of(config.sampling())))
                    .addSpanProcessor(
                        BatchSpanProcessor.builder(spanExporter(config, receiver))
                            .setScheduleDelay(SEND_SPANS)
                            .build()),
            () -> tracers.setSampler(RequestSamplers.NONE));
    return tracers.build();
  }

  private static OtlpHttpMetricExporter metricExporter(TelemetryConfig config, Receiver receiver) {
    var exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(receiver.path("metrics"))
            .setTimeout(config.timeout());
    receiver.headers().forEach(exporter::addHeader);
    return exporter.build();
  }

  private static OtlpHttpSpanExporter spanExporter(TelemetryConfig config, Receiver receiver) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.path("traces"))
            .setTimeout(config.timeout());
    receiver.headers().forEach(exporter::addHeader);
    return exporter.build();
  }
}
