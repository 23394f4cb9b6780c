package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Opens an account. */
public final class OpenAccount {
  private final Accounts accounts;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** Each id that {@code ids} gives must be new. */
  public OpenAccount(Accounts accounts, Supplier<AccountId> ids, InstantSource clock) {
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /** Stores a new account, active, under a new id. */
  public Outcome open(Actor actor, Profile profile) {
    if (!actor.may(Permission.CHANGE_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var opened = Account.open(ids.get(), profile, actor.acts(clock.instant()));
    return Changing.outcome(accounts.save(opened), opened);
  }
}
