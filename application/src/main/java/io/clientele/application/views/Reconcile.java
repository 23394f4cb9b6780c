package io.clientele.application.views;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.util.Optional;

/** Accounts for every view that was ever counted. */
public final class Reconcile {
  private final Views views;

  /** Accounts for these. */
  public Reconcile(Views views) {
    this.views = views;
  }

  /** The books of this instant; empty if the actor may not see them. */
  public Optional<Reconciliation> reconcile(Actor actor) {
    return actor.may(Permission.VIEW_COUNTER) ? Optional.of(views.reconcile()) : Optional.empty();
  }
}
