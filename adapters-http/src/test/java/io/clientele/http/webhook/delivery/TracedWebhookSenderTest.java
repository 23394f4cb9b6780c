package io.clientele.http.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedWebhookSenderTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final WebhookMessage MESSAGE = WebhookMessages.to("https://good.test/secret");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider tracers =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final OpenTelemetry telemetry =
      OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
  private final List<WebhookMessage> sent = new ArrayList<>();

  @AfterEach
  void close() {
    tracers.close();
  }

  @Test
  void theReceiverContinuesTheTraceOfTheRequest() {
    send(telemetry, new Delivered(204), traced("01"));
    var span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(PARENT);
    assertThat(sent.getFirst().trace()).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.toString()).doesNotContain("good.test", "secret");
  }

  @Test
  void aFailureEndsTheSpanByItsClass() {
    send(telemetry, new Unreachable(Fault.TLS), traced("01"));
    var span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().asMap()).containsValue("tls");
  }

  @Test
  void aRequestThatIsNotSampledKeepsItsTraceToTheReceiver() {
    send(telemetry, new Delivered(204), traced("00"));
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    assertThat(sent.getFirst().trace()).startsWith("00-" + TRACE + "-").endsWith("-00");
  }

  @Test
  void withoutTelemetryTheReceiverGetsTheTraceOfTheRequest() {
    send(OpenTelemetry.noop(), new Delivered(204), traced("01"));
    assertThat(sent).containsExactly(traced("01"));
  }

  @Test
  void aMessageWithoutATraceBeginsNone() {
    send(telemetry, new Delivered(204), MESSAGE);
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    assertThat(sent).containsExactly(MESSAGE);
  }

  private void send(OpenTelemetry by, DeliveryOutcome outcome, WebhookMessage message) {
    var sender =
        new TracedWebhookSender(
            one -> {
              sent.add(one);
              return new DeliveryResult(outcome, 1, null);
            },
            by);
    assertThat(sender.send(message).outcome()).isEqualTo(outcome);
  }

  private static WebhookMessage traced(String flags) {
    return MESSAGE.within("00-" + TRACE + "-" + PARENT + "-" + flags);
  }
}
