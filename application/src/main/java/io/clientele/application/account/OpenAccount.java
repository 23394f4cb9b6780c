package io.clientele.application.account;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens an account. */
public final class OpenAccount {
  private final Accounts accounts;
  private final IdempotencyGuard<AccountOutcome> guard;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /**
   * Opens accounts in this store, without idempotency keys. Each id from {@code ids} must be new.
   */
  public OpenAccount(Accounts accounts, Supplier<AccountId> ids, InstantSource clock) {
    this(accounts, IdempotencyGuard.never(AccountUpdate.EARLIER), ids, clock);
  }

  /** Opens accounts in a store that keeps responses for idempotency keys. */
  public OpenAccount(
      Accounts accounts, IdempotencyStore answers, Supplier<AccountId> ids, InstantSource clock) {
    this(
        accounts,
        new IdempotencyGuard<>(Objects.requireNonNull(answers, "answers"), AccountUpdate.EARLIER),
        ids,
        clock);
  }

  private OpenAccount(
      Accounts accounts,
      IdempotencyGuard<AccountOutcome> guard,
      Supplier<AccountId> ids,
      InstantSource clock) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.guard = guard;
    this.ids = Objects.requireNonNull(ids, "ids");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Stores a new active account under a new id. */
  public AccountOutcome open(Actor actor, Profile profile) {
    return opening(actor, profile, null);
  }

  /** Opens an account once: a repetition with the same key returns the stored response. */
  public AccountOutcome open(Actor actor, Profile profile, Idempotent<Account> once) {
    return opening(actor, profile, once);
  }

  private AccountOutcome opening(Actor actor, Profile profile, @Nullable Idempotent<Account> once) {
    if (!actor.may(AccountPermission.CHANGE_ACCOUNTS)) {
      return new AccountOutcome.Denied();
    }
    var id = ids.get();
    var act = actor.acts(clock.instant());
    var earlier = guard.earlier(once, act.at());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var outcome = AccountUpdate.save(accounts, Account.open(id, profile, act), once);
    // A request with the same key may have been first; its response is stored by now.
    return outcome instanceof AccountOutcome.Overtaken
        ? guard.earlier(once, act.at()).orElse(outcome)
        : outcome;
  }
}
