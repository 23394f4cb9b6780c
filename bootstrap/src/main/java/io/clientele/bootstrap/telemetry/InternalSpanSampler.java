package io.clientele.bootstrap.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Samples all work that the service starts itself, such as flushes: it is rare, and a failed run
 * must have its trace. Another sampler decides about requests.
 */
record InternalSpanSampler(Sampler requests) implements Sampler {
  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return kind == SpanKind.INTERNAL && !Span.fromContext(parent).getSpanContext().isValid()
        ? SamplingResult.recordAndSample()
        : requests.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "OwnWork{" + requests.getDescription() + "}";
  }
}
