package io.clientele.domain.views.search;

/** What one kind of process, or fault, may do next. */
interface Moves {
  void from(State state, Sink sink);
}
