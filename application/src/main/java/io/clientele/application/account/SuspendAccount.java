package io.clientele.application.account;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Suspends an account. */
public final class SuspendAccount {
  private final AccountUpdate update;
  private final InstantSource clock;

  /** Suspends accounts of this store, without idempotency keys. */
  public SuspendAccount(Accounts accounts, InstantSource clock) {
    Objects.requireNonNull(accounts, "accounts");
    this.update = new AccountUpdate(accounts);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Suspends accounts of a store that keeps responses for idempotency keys. */
  public SuspendAccount(Accounts accounts, IdempotencyStore answers, InstantSource clock) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(answers, "answers");
    this.update =
        new AccountUpdate(accounts, new IdempotencyGuard<>(answers, AccountUpdate.EARLIER));
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Suspends the account; a repetition changes nothing.
   *
   * @param expected the versions that the caller expects; accepts all to overwrite any
   */
  public AccountOutcome suspend(Actor actor, AccountId id, LongPredicate expected) {
    return suspending(actor, id, expected, null);
  }

  /** Suspends the account once: a repetition with the same key returns the stored response. */
  public AccountOutcome suspend(
      Actor actor, AccountId id, LongPredicate expected, Idempotent<Account> once) {
    return suspending(actor, id, expected, once);
  }

  private AccountOutcome suspending(
      Actor actor, AccountId id, LongPredicate expected, @Nullable Idempotent<Account> once) {
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
            once,
            account -> account.isOpen() ? Optional.of(account.suspend(act)) : Optional.empty()));
  }
}
