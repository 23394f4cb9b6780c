package io.clientele.application.account;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.Provenance;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes a stored account by a rule: loads it, applies the rule, compares the version, stores; and
 * again when another writer was first and the caller expects no version.
 */
final class AccountUpdate {
  /** The outcomes of an account's change whose idempotency key was used before. */
  static final IdempotencyGuard.Outcomes<AccountOutcome> EARLIER =
      new IdempotencyGuard.Outcomes<>(
          AccountOutcome.Replayed::new,
          new AccountOutcome.KeyMismatch(),
          new AccountOutcome.AlreadyErased());

  private final Accounts accounts;
  private final IdempotencyGuard<AccountOutcome> guard;

  AccountUpdate(Accounts accounts) {
    this(accounts, IdempotencyGuard.never(EARLIER));
  }

  AccountUpdate(Accounts accounts, IdempotencyGuard<AccountOutcome> guard) {
    this.accounts = accounts;
    this.guard = guard;
  }

  /**
   * A change as it is wanted.
   *
   * @param expected the versions at which it is
   * @param once what to do only once, and answer alike; null if it need not be
   * @param rule gives nothing where a closed account refuses it
   */
  record Wish(
      LongPredicate expected,
      @Nullable Idempotent<Account> once,
      Function<Account, Optional<Change<Account>>> rule) {}

  AccountOutcome change(Actor actor, AccountId id, Provenance act, Wish wish) {
    return OptimisticUpdate.run(
        () -> {
          var outcome = attempt(actor, id, act, wish);
          return outcome instanceof AccountOutcome.Overtaken
              ? Optional.empty()
              : Optional.of(outcome);
        },
        new AccountOutcome.Overtaken());
  }

  private AccountOutcome attempt(Actor actor, AccountId id, Provenance act, Wish wish) {
    var found = AccountAccess.maySee(actor, id) ? accounts.find(id) : Found.ABSENT;
    if (found instanceof Found.Erased) {
      return new AccountOutcome.AlreadyErased();
    }
    if (found.present().isEmpty()) {
      return new AccountOutcome.NoSuchAccount();
    }
    // After the account: if it shows what was done under the key, the response is stored by now.
    return guard
        .earlier(wish.once(), act.at())
        .orElseGet(() -> change(found.present().get(), wish));
  }

  private AccountOutcome change(Account account, Wish wish) {
    var change = wish.rule().apply(account);
    if (change.isEmpty()) {
      return new AccountOutcome.AlreadyClosed();
    }
    if (change.get().isNone()) {
      return new AccountOutcome.Done(account);
    }
    return wish.expected().test(account.version())
        ? save(accounts, change.get(), wish.once())
        : new AccountOutcome.VersionMismatch();
  }

  /** Stores, and tells what that means to the caller. */
  static AccountOutcome save(
      Accounts accounts, Change<Account> change, @Nullable Idempotent<Account> once) {
    var stored = change.state().at(change.state().version() + 1);
    var saved = accounts.save(once == null ? change : change.keeping(once.kept(stored)));
    return switch (saved) {
      case STORED -> new AccountOutcome.Done(stored);
      case STALE, ANSWERED -> new AccountOutcome.Overtaken();
      case EMAIL_TAKEN -> new AccountOutcome.EmailTaken();
      case TAX_ID_TAKEN -> new AccountOutcome.TaxIdTaken();
      case IN_PROGRESS -> new AccountOutcome.InProgress();
    };
  }
}
