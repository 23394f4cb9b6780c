package io.clientele.application.account;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Holds an account for a while. */
public final class SuspendAccount {
  private final Changing changing;
  private final InstantSource clock;

  /** Suspends accounts of this store. */
  public SuspendAccount(Accounts accounts, InstantSource clock) {
    this.changing = new Changing(accounts);
    this.clock = clock;
  }

  /**
   * Suspends; doing it twice changes nothing the second time.
   *
   * @param expected the versions at which the caller wants the change; all, to win over any
   */
  public Outcome suspend(Actor actor, AccountId id, LongPredicate expected) {
    if (!actor.may(Permission.CHANGE_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return changing.change(
        actor,
        id,
        expected,
        account -> account.isOpen() ? Optional.of(account.suspend(act)) : Optional.empty());
  }
}
