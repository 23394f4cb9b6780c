package io.clientele.domain.views.modelcheck.model;

/** What one kind of process, or fault, may do next. */
public interface Transitions {
  void from(ModelState state, TransitionSink sink);
}
