package io.clientele.persistence.jdbc;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;

/** Which trace a query belongs to that is run for several. */
final class BatchTrace {
  private BatchTrace() {}

  /**
   * Goes on with the first that is traced; it links to the others, and they to it, so that each
   * leads to what it waited for.
   */
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
