package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection waits for its turn until it had a response below 400. */
class QueuedConnectionTest {
  private static final String GET = RawSocketClient.request("GET", "/health/live", "");
  private static final String ABSENT = RawSocketClient.request("GET", "/v1/nothing", "");
  private static final String HELD = RawSocketClient.request("OPTIONS", "/health/live", "");

  /** Half of the cores, the places of a bulkhead. */
  private static final int TURNS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final CountDownLatch begun = new CountDownLatch(TURNS);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void anEstablishedConnectionIsAnsweredWhileNewOnesTakeAllTurns() throws Exception {
    try (var service = service();
        var established = new RawSocketClient(service.port())) {
      assertThat(status(established, GET)).isEqualTo(200);
      var holders = turnsTaken(service);
      try (var another = new RawSocketClient(service.port())) {
        another.send(GET);
        answersTwentyTimes(established);
        assertThat(another.hasNothingToRead()).isTrue();
        released.countDown();
        assertThat(another.read().status()).isEqualTo(200);
      } finally {
        close(holders);
      }
    }
  }

  @Test
  void aConnectionWhoseLastResponseWasAnErrorWaits() throws Exception {
    try (var service = service();
        var established = new RawSocketClient(service.port());
        var refused = new RawSocketClient(service.port())) {
      assertThat(status(established, GET)).isEqualTo(200);
      assertThat(status(refused, GET)).isEqualTo(200);
      assertThat(status(refused, ABSENT)).isEqualTo(404);
      var holders = turnsTaken(service);
      try {
        refused.send(GET);
        answersTwentyTimes(established);
        assertThat(refused.hasNothingToRead()).isTrue();
        released.countDown();
        assertThat(refused.read().status()).isEqualTo(200);
        assertThat(status(refused, GET)).isEqualTo(200);
      } finally {
        close(holders);
      }
    }
  }

  private InMemoryServer service() {
    return new InMemoryServer(HttpConfig.of("127.0.0.1", 0), telemetry());
  }

  /** Opens connections whose requests are held within their turns. */
  private List<RawSocketClient> turnsTaken(InMemoryServer service) throws Exception {
    var holders = new ArrayList<RawSocketClient>();
    for (var i = 0; i < TURNS; i++) {
      var holder = new RawSocketClient(service.port());
      holders.add(holder);
      holder.send(HELD);
    }
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    return holders;
  }

  private static void answersTwentyTimes(RawSocketClient client) throws IOException {
    for (var i = 0; i < 20; i++) {
      assertThat(status(client, GET)).isEqualTo(200);
    }
  }

  private static int status(RawSocketClient client, String request) throws IOException {
    client.send(request);
    return client.read().status();
  }

  private static void close(List<RawSocketClient> clients) throws Exception {
    for (var client : clients) {
      client.close();
    }
  }

  private OpenTelemetry telemetry() {
    var tracers =
        SdkTracerProvider.builder()
            .setSampler(new HoldingSampler())
            // Without a processor the tracer asks no sampler.
            .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
            .build();
    return OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
  }

  /** Holds requests by OPTIONS: a span begins within the turn of its connection. */
  private final class HoldingSampler implements Sampler {
    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      if (name.equals("OPTIONS")) {
        begun.countDown();
        await();
      }
      return SamplingResult.drop();
    }

    @Override
    public String getDescription() {
      return "holding";
    }

    private void await() {
      try {
        assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
