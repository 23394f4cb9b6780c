package io.clientele.application.views;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.ViewsPermission;

/** Shows where every view is that was ever counted. */
public final class ReconcileViews {
  private final Views views;

  /** Reconciles these views. */
  public ReconcileViews(Views views) {
    this.views = views;
  }

  /** The reconciliation of this instant, if the actor may see the counter. */
  public Access<Reconciliation> reconcile(Actor actor) {
    return Access.when(actor.may(ViewsPermission.VIEW_COUNTER), views::reconcile);
  }
}
