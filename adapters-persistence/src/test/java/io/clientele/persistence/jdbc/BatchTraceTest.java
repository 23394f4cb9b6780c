package io.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTraceTest {
  private static final ContextKey<String> WHOSE = ContextKey.named("whose");

  private final InMemorySpanExporter ended = InMemorySpanExporter.create();
  private final SdkTracerProvider tracers =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(ended)).build();
  private final Span first = span("first");
  private final Span second = span("second");
  private final Span third = span("third");

  @AfterEach
  void stop() {
    tracers.close();
  }

  @Test
  void theQueryContinuesTheFirstSampledTrace() {
    var whole = Context.root().with(first).with(WHOSE, "the first's");

    assertThat(BatchTrace.first(List.of(Context.root(), notRecorded(), whole, of(second))))
        .isSameAs(whole);
  }

  @Test
  void theQueryAndTheOtherTracesLinkToEachOther() {
    BatchTrace.first(List.of(of(first), of(second), of(third)));

    assertThat(links(first)).containsExactly(second.getSpanContext(), third.getSpanContext());
    assertThat(links(second)).containsExactly(first.getSpanContext());
    assertThat(links(third)).containsExactly(first.getSpanContext());
  }

  @Test
  void twoWaitsOfOneRequestAreNotLinked() {
    var one = of(first);

    assertThat(BatchTrace.first(List.of(one, one))).isSameAs(one);
    assertThat(links(first)).isEmpty();
  }

  @Test
  void withoutASampledTraceThereIsNoSpan() {
    assertThat(BatchTrace.first(List.of(Context.root(), notRecorded()))).isSameAs(Context.root());
    assertThat(BatchTrace.first(List.of())).isSameAs(Context.root());
  }

  private Span span(String name) {
    return tracers.get("test").spanBuilder(name).setNoParent().startSpan();
  }

  private static Context of(Span span) {
    return Context.root().with(span);
  }

  /** The context of a caller that is not sampled: it has an id and records nothing. */
  private static Context notRecorded() {
    var remote =
        SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }

  private List<SpanContext> links(Span span) {
    span.end();
    return ended.getFinishedSpanItems().stream()
        .filter(one -> one.getSpanContext().equals(span.getSpanContext()))
        .flatMap(one -> one.getLinks().stream())
        .map(LinkData::getSpanContext)
        .toList();
  }
}
