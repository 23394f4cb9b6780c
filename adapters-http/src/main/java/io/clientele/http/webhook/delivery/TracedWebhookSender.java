package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.domain.webhook.delivery.WebhookSender;
import io.clientele.http.telemetry.RequestTrace;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message that belongs to a trace within a span of its own, which the receiver gets as
 * {@code traceparent}. The span is a child of the request that made the change. Names no URL. Safe
 * for use by many threads.
 */
public final class TracedWebhookSender implements WebhookSender {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final WebhookSender sender;
  private final Tracer tracer;

  /** Sends by this sender. */
  public TracedWebhookSender(WebhookSender sender, OpenTelemetry telemetry) {
    this.sender = sender;
    this.tracer = telemetry.getTracer("clientele.http");
  }

  @Override
  public DeliveryResult send(WebhookMessage message) {
    if (message.trace() == null) {
      return sender.send(message);
    }
    var span =
        tracer
            .spanBuilder("POST webhook")
            .setParent(parent(message.trace()))
            .setSpanKind(SpanKind.CLIENT)
            .startSpan();
    try {
      var result = sender.send(message.within(RequestTrace.parent(message.trace(), span)));
      describe(span, result.outcome());
      return result;
    } finally {
      span.end();
    }
  }

  private static Context parent(String trace) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), trace, TraceParentGetter.INSTANCE);
  }

  private static void describe(Span span, DeliveryOutcome outcome) {
    var status = outcome.httpStatus();
    if (status != null) {
      span.setAttribute(STATUS, status.longValue());
    }
    if (!outcome.isDelivered()) {
      var fault = outcome.faultCode();
      span.setAttribute(ERROR, fault == null ? String.valueOf(status) : fault);
      span.setStatus(StatusCode.ERROR);
    }
  }

  /** Lets the propagator read the {@code traceparent} of a message. */
  private enum TraceParentGetter implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public @Nullable String get(@Nullable String trace, String name) {
      return name.equals(RequestTrace.TRACEPARENT) ? trace : null;
    }
  }
}
