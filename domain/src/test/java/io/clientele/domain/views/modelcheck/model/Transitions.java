package io.clientele.domain.views.modelcheck.model;

/** The possible next steps of one kind of process or fault. */
public interface Transitions {
  void from(ModelState state, TransitionSink sink);
}
