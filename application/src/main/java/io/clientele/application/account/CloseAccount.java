package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Closes an account permanently; its e-mail and tax id become free. */
public final class CloseAccount {
  private final AccountUpdate update;
  private final InstantSource clock;

  /** Closes accounts of this store. */
  public CloseAccount(Accounts accounts, InstantSource clock) {
    Objects.requireNonNull(accounts, "accounts");
    this.update = new AccountUpdate(accounts);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Closes the account; a repetition changes nothing.
   *
   * @param expected the versions that the caller expects; accepts all to overwrite any
   */
  public AccountOutcome close(Actor actor, AccountId id, LongPredicate expected) {
    if (!actor.may(AccountPermission.CHANGE_ACCOUNTS)) {
      return new AccountOutcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return update.change(
        actor,
        id,
        act,
        new AccountUpdate.UpdateRequest(
            expected, null, account -> Optional.of(account.close(act))));
  }
}
