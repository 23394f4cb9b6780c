package io.clientele.application.account;

import io.clientele.domain.Act;
import io.clientele.domain.Change;
import io.clientele.domain.Once;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What all changes of a stored account share: look it up, apply the rule, compare the version,
 * store; and again, a few times, when another writer was first and the caller expects no version.
 */
final class Changing {
  private static final int ATTEMPTS = 4;

  private final Accounts accounts;
  private final Repeating repeating;

  Changing(Accounts accounts) {
    this(accounts, Repeating.never());
  }

  Changing(Accounts accounts, Repeating repeating) {
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
      @Nullable Once<Account> once,
      Function<Account, Optional<Change<Account>>> rule) {}

  Outcome change(Actor actor, AccountId id, Act act, Wish wish) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = actor.maySee(id) ? accounts.find(id) : Found.ABSENT;
      if (found instanceof Found.Erased) {
        return new Outcome.AlreadyErased();
      }
      if (found.present().isEmpty()) {
        return new Outcome.NoSuchAccount();
      }
      // After the account: if it shows what was done under the key, the answer is kept by now.
      var ended = repeating.ended(wish.once(), act.at());
      var outcome = ended.isPresent() ? ended.get() : change(found.present().get(), wish);
      if (!(outcome instanceof Outcome.Overtaken)) {
        return outcome;
      }
    }
    return new Outcome.Overtaken();
  }

  private Outcome change(Account account, Wish wish) {
    var change = wish.rule().apply(account);
    if (change.isEmpty()) {
      return new Outcome.AlreadyClosed();
    }
    if (change.get().isNone()) {
      return new Outcome.Done(account);
    }
    return wish.expected().test(account.version())
        ? save(accounts, change.get(), wish.once())
        : new Outcome.VersionMismatch();
  }

  /** Stores, and tells what that means to the caller. */
  static Outcome save(Accounts accounts, Change<Account> change, @Nullable Once<Account> once) {
    var stored = change.state().at(change.state().version() + 1);
    var saved = accounts.save(once == null ? change : change.keeping(once.kept(stored)));
    return switch (saved) {
      case STORED -> new Outcome.Done(stored);
      case STALE, ANSWERED -> new Outcome.Overtaken();
      case EMAIL_TAKEN -> new Outcome.EmailTaken();
      case TAX_ID_TAKEN -> new Outcome.TaxIdTaken();
      case IN_PROGRESS -> new Outcome.InProgress();
    };
  }
}
