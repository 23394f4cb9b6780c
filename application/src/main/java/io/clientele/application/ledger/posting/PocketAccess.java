package io.clientele.application.ledger.posting;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import org.jspecify.annotations.Nullable;

/** Decides which pockets exist for an actor. */
public final class PocketAccess {
  private PocketAccess() {}

  /** Returns whether the pocket exists for the actor: a customer sees its own pockets only. */
  public static boolean maySee(Actor actor, Pocket pocket) {
    return maySeePocketsOf(actor, pocket.owner());
  }

  /**
   * Returns whether the pockets of this account exist for the actor.
   *
   * @param owner null for the house
   */
  public static boolean maySeePocketsOf(Actor actor, @Nullable AccountId owner) {
    return actor.may(LedgerPermission.VIEW_LEDGER)
        || actor.may(LedgerPermission.VIEW_POCKETS)
            && owner != null
            && owner.equals(actor.ownAccount());
  }
}
