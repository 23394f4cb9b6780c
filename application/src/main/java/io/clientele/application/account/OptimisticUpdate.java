package io.clientele.application.account;

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
 * What all changes of a stored account share: look it up, apply the rule, compare the version,
 * store; and again, a few times, when another writer was first and the caller expects no version.
 */
final class OptimisticUpdate {
  private static final int ATTEMPTS = 4;

  private final Accounts accounts;
  private final IdempotencyGuard repeating;

  OptimisticUpdate(Accounts accounts) {
    this(accounts, IdempotencyGuard.never());
  }

  OptimisticUpdate(Accounts accounts, IdempotencyGuard repeating) {
    this.accounts = accounts;
    this.repeating = repeating;
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
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = AccountAccess.maySee(actor, id) ? accounts.find(id) : Found.ABSENT;
      if (found instanceof Found.Erased) {
        return new AccountOutcome.AlreadyErased();
      }
      if (found.present().isEmpty()) {
        return new AccountOutcome.NoSuchAccount();
      }
      // After the account: if it shows what was done under the key, the answer is kept by now.
      var ended = repeating.ended(wish.once(), act.at());
      var outcome = ended.isPresent() ? ended.get() : change(found.present().get(), wish);
      if (!(outcome instanceof AccountOutcome.Overtaken)) {
        return outcome;
      }
    }
    return new AccountOutcome.Overtaken();
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
