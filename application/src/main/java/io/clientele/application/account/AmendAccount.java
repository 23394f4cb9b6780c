package io.clientele.application.account;

import io.clientele.domain.InvalidValue;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/** Amends the profile of an account. */
public final class AmendAccount {
  private final Changing changing;
  private final InstantSource clock;

  /** Amends accounts of this store. */
  public AmendAccount(Accounts accounts, InstantSource clock) {
    this.changing = new Changing(accounts);
    this.clock = clock;
  }

  /**
   * Applies an amendment to the profile as it is stored, and to a newer one if another writer was
   * first.
   *
   * @param amendment may throw {@link InvalidValue}, which the caller gets; its faults come before
   *     those of the account's state
   * @param expected the versions at which the caller wants the change; all, to win over any
   */
  public Outcome amend(
      Actor actor, AccountId id, UnaryOperator<Profile> amendment, LongPredicate expected) {
    if (!actor.may(Permission.AMEND_ACCOUNT)) {
      return new Outcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return changing.change(
        actor,
        id,
        act,
        new Changing.Wish(
            expected,
            null,
            account -> {
              var amended = amendment.apply(account.profile());
              return account.isOpen() ? Optional.of(account.amend(amended, act)) : Optional.empty();
            }));
  }
}
