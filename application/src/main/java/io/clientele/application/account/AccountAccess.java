package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;

/** Decides which accounts exist for an actor. */
final class AccountAccess {
  private AccountAccess() {}

  /** Returns whether this account exists for the actor: a customer sees only its own. */
  static boolean maySee(Actor actor, AccountId id) {
    return actor.may(AccountPermission.VIEW_ACCOUNTS)
        || actor.may(AccountPermission.VIEW_ACCOUNT) && id.equals(actor.ownAccount());
  }
}
