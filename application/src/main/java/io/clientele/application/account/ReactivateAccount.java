package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Ends the suspension of an account. */
public final class ReactivateAccount {
  private final AccountUpdate update;
  private final InstantSource clock;

  /** Reactivates accounts of this store. */
  public ReactivateAccount(Accounts accounts, InstantSource clock) {
    Objects.requireNonNull(accounts, "accounts");
    this.update = new AccountUpdate(accounts);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Reactivates the account; an active account stays unchanged.
   *
   * @param expected the versions that the caller expects; accepts all to overwrite any
   */
  public AccountOutcome reactivate(Actor actor, AccountId id, LongPredicate expected) {
    if (!actor.may(AccountPermission.CHANGE_ACCOUNTS)) {
      return new AccountOutcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return update.change(
        actor,
        id,
        act,
        new AccountUpdate.UpdateRequest(
            expected,
            null,
            account -> account.isOpen() ? Optional.of(account.reactivate(act)) : Optional.empty()));
  }
}
