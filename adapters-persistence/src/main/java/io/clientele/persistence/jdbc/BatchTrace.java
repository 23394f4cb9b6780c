package io.clientele.persistence.jdbc;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;

/** Which trace a query belongs to that is run for several. */
final class BatchTrace {
  private BatchTrace() {}

  /** Continues the first sampled trace, and links it and the others to each other. */
  static Context first(List<Context> contexts) {
    var traced =
        contexts.stream().filter(one -> Span.fromContext(one).isRecording()).distinct().toList();
    if (traced.isEmpty()) {
      return Context.root();
    }
    var first = Span.fromContext(traced.getFirst());
    for (var other : traced.subList(1, traced.size())) {
      first.addLink(Span.fromContext(other).getSpanContext());
      Span.fromContext(other).addLink(first.getSpanContext());
    }
    return traced.getFirst();
  }
}
