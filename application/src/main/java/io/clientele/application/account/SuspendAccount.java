package io.clientele.application.account;

import io.clientele.domain.KeptAnswers;
import io.clientele.domain.Once;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Holds an account for a while. */
public final class SuspendAccount {
  private final Changing changing;
  private final InstantSource clock;

  /** Suspends accounts of this store, which keeps no answers. */
  public SuspendAccount(Accounts accounts, InstantSource clock) {
    this.changing = new Changing(accounts);
    this.clock = clock;
  }

  /** Suspends accounts of a store that keeps these answers. */
  public SuspendAccount(Accounts accounts, KeptAnswers answers, InstantSource clock) {
    this.changing = new Changing(accounts, new Repeating(answers));
    this.clock = clock;
  }

  /**
   * Suspends; doing it twice changes nothing the second time.
   *
   * @param expected the versions at which the caller wants the change; all, to win over any
   */
  public Outcome suspend(Actor actor, AccountId id, LongPredicate expected) {
    return suspending(actor, id, expected, null);
  }

  /** The same, once: asked for again under its key, it is answered as it was. */
  public Outcome suspend(Actor actor, AccountId id, LongPredicate expected, Once<Account> once) {
    return suspending(actor, id, expected, once);
  }

  private Outcome suspending(
      Actor actor, AccountId id, LongPredicate expected, @Nullable Once<Account> once) {
    if (!actor.may(Permission.CHANGE_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var act = actor.acts(clock.instant());
    return changing.change(
        actor,
        id,
        act,
        new Changing.Wish(
            expected,
            once,
            account -> account.isOpen() ? Optional.of(account.suspend(act)) : Optional.empty()));
  }
}
