package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Amends the profile of an account. */
public final class AmendAccount {
  private final AccountUpdate update;
  private final InstantSource clock;

  /** Amends accounts of this store. */
  public AmendAccount(Accounts accounts, InstantSource clock) {
    Objects.requireNonNull(accounts, "accounts");
    this.update = new AccountUpdate(accounts);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Applies an amendment to the stored profile, and to a newer one if another writer was first.
   *
   * @param amendment returns the amended profile; may run again with a newer one, and may throw
   *     {@link InvalidValue}, which is passed on before any fault of the account's state
   * @param expected the versions that the caller expects; accepts all to overwrite any
   */
  public AccountOutcome amend(
      Actor actor, AccountId id, Function<Profile, Amendment> amendment, LongPredicate expected) {
    if (!actor.may(AccountPermission.AMEND_ACCOUNT)) {
      return new AccountOutcome.Denied();
    }
    var act = actor.acts(clock.instant());
    var amending = new Amending(actor, amendment, act);
    var outcome =
        update.change(actor, id, act, new AccountUpdate.UpdateRequest(expected, null, amending));
    return amending.isBeyond ? new AccountOutcome.Denied() : outcome;
  }

  /**
   * Records whether the actor may make the amendment, which is checked before the account's state.
   */
  private static final class Amending implements Function<Account, Optional<Change<Account>>> {
    private final Actor actor;
    private final Function<Profile, Amendment> amendment;
    private final Provenance act;
    private boolean isBeyond;

    Amending(Actor actor, Function<Profile, Amendment> amendment, Provenance act) {
      this.actor = actor;
      this.amendment = amendment;
      this.act = act;
    }

    @Override
    public Optional<Change<Account>> apply(Account account) {
      var stored = account.profile();
      var wanted = amendment.apply(stored);
      var amended = withVerification(stored, wanted.profile());
      isBeyond =
          !wanted.required().stream().allMatch(actor::may)
              || !Objects.equals(amended.taxId(), stored.taxId())
                  && !actor.may(AccountPermission.AMEND_TAX_ID)
              || amended.emailVerified()
                  && !stored.emailVerified()
                  && !actor.may(AccountPermission.VERIFY_EMAIL);
      return account.isOpen() && !isBeyond
          ? Optional.of(account.amend(amended, act))
          : Optional.empty();
    }

    /**
     * An address that is changed by an actor without the permission to verify it becomes
     * unverified.
     */
    private Profile withVerification(Profile stored, Profile amended) {
      return amended.email().equals(stored.email()) || actor.may(AccountPermission.VERIFY_EMAIL)
          ? amended
          : amended.withEmailVerified(false);
    }
  }
}
