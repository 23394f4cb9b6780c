package io.clientele.application.views;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.Reconciliation;
import java.util.Objects;

/** Shows where all views are that were ever counted. */
public final class ReconcileViews {
  private final FlushControl control;

  /** Reconciles the views of this counter. */
  public ReconcileViews(FlushControl control) {
    this.control = Objects.requireNonNull(control, "control");
  }

  /** Returns the reconciliation of now, if the actor may see the counter. */
  public Access<Reconciliation> reconcile(Actor actor) {
    return Access.when(actor.may(ViewsPermission.VIEW_COUNTER), control::reconcile);
  }
}
