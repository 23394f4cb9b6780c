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
 * Changes a stored account: loads it, applies a rule, compares the version and stores the result.
 * Repeats these steps when another writer was first and the caller expects no version.
 */
final class AccountUpdate {
  /** The outcomes of a change whose idempotency key was used before. */
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
   * A requested change.
   *
   * @param expected the versions that the caller expects
   * @param once the idempotency key and response; null for a request without a key
   * @param rule the change of the account; empty if a closed account refuses it
   */
  record UpdateRequest(
      LongPredicate expected,
      @Nullable Idempotent<Account> once,
      Function<Account, Optional<Change<Account>>> rule) {}

  AccountOutcome change(Actor actor, AccountId id, Provenance act, UpdateRequest request) {
    return OptimisticUpdate.run(
        () -> {
          var outcome = attempt(actor, id, act, request);
          return outcome instanceof AccountOutcome.Overtaken
              ? Optional.empty()
              : Optional.of(outcome);
        },
        new AccountOutcome.Overtaken());
  }

  private AccountOutcome attempt(Actor actor, AccountId id, Provenance act, UpdateRequest request) {
    var found = Account.maySee(actor, id) ? accounts.find(id) : Found.ABSENT;
    if (found instanceof Found.Erased) {
      return new AccountOutcome.AlreadyErased();
    }
    if (found.present().isEmpty()) {
      return new AccountOutcome.NoSuchAccount();
    }
    // Ask after the account is read: if the account shows the effect of the key's request, its
    // response is stored by now.
    return guard
        .earlier(request.once(), act.at())
        .orElseGet(() -> change(found.present().get(), request));
  }

  private AccountOutcome change(Account account, UpdateRequest request) {
    var change = request.rule().apply(account);
    if (change.isEmpty()) {
      return new AccountOutcome.AlreadyClosed();
    }
    if (change.get().isNone()) {
      return new AccountOutcome.Done(account);
    }
    return request.expected().test(account.version())
        ? save(accounts, change.get(), request.once())
        : new AccountOutcome.VersionMismatch();
  }

  /** Stores the change and returns its outcome. */
  static AccountOutcome save(
      Accounts accounts, Change<Account> change, @Nullable Idempotent<Account> once) {
    var stored = change.state().at(change.state().version() + 1);
    var saved = accounts.save(once == null ? change : change.keeping(once.kept(stored)));
    if (saved instanceof Accounts.Saved.Vetoed vetoed) {
      return new AccountOutcome.Vetoed(vetoed.veto());
    }
    return switch ((Accounts.Saved.Result) saved) {
      case STORED -> new AccountOutcome.Done(stored);
      case STALE, ANSWERED -> new AccountOutcome.Overtaken();
      case EMAIL_TAKEN -> new AccountOutcome.EmailTaken();
      case TAX_ID_TAKEN -> new AccountOutcome.TaxIdTaken();
      case IN_PROGRESS -> new AccountOutcome.InProgress();
    };
  }
}
