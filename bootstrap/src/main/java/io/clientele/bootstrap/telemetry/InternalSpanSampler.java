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
 * Traces every piece of work that the service begins itself, such as a flush: it is seldom, and the
 * one that went wrong is the one that is looked for. Another sampler decides over requests.
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
