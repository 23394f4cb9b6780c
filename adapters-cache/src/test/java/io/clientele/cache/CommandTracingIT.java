package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.testbed.AwaitCondition;
import io.clientele.cache.testbed.ManualMetricReader;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.cache.views.GuardedViewStaging;
import io.clientele.cache.views.RedisViewStaging;
import io.clientele.domain.views.Shard;
import io.clientele.testkit.views.ViewsSample;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the spans of commands that run on threads of the guard and of the client. */
class CommandTracingIT {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final ManualMetricReader metrics = new ManualMetricReader();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();
  private final Redis redis = new Redis(RedisConfig.parse(TestRedis.shared().url()), sdk);
  private final GuardedViewStaging staging =
      new GuardedViewStaging(
          new RedisViewStaging(redis, UUID.randomUUID()),
          new GuardedCalls("redis", Duration.ofSeconds(10), sdk.getMeter("test")));

  @AfterEach
  void close() {
    redis.close();
    sdk.close();
  }

  @Test
  void aCommandIsAChildOfItsContext() {
    var request = sdk.getTracer("test").spanBuilder("request").startSpan();
    try (var _ = request.makeCurrent()) {
      staging.seen(new Shard(0), new ViewsSample(1).writer());
    }
    AwaitCondition.until(Duration.ofSeconds(10), () -> !spans.getFinishedSpanItems().isEmpty());

    var command = spans.getFinishedSpanItems().getFirst();
    assertThat(command.getName()).isEqualTo("HGET");
    assertThat(command.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(command.getAttributes().get(AttributeKey.stringKey("db.system.name")))
        .isEqualTo("redis");
    assertThat(command.getAttributes().get(AttributeKey.stringKey("server.address")))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void aCommandWithoutAContextIsMeasuredAndHasNoSpan() {
    staging.seen(new Shard(0), new ViewsSample(1).writer());

    AwaitCondition.until(
        Duration.ofSeconds(10),
        () ->
            metrics.metric("db.client.operation.duration").getHistogramData().getPoints().stream()
                .anyMatch(
                    point ->
                        "HGET"
                            .equals(
                                point
                                    .getAttributes()
                                    .get(AttributeKey.stringKey("db.operation.name")))));
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }
}
