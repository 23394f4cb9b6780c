package io.clientele.application.account;

import io.clientele.domain.Change;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * What all changes of a stored account share: look it up, apply the rule, compare the version,
 * store; and again, a few times, when another writer was first and the caller expects no version.
 */
final class Changing {
  private static final int ATTEMPTS = 4;

  private final Accounts accounts;

  Changing(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The rule gives nothing where a closed account refuses it. */
  Outcome change(
      Actor actor,
      AccountId id,
      LongPredicate expected,
      Function<Account, Optional<Change<Account>>> rule) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = actor.maySee(id) ? accounts.find(id) : Found.ABSENT;
      if (found instanceof Found.Erased) {
        return new Outcome.AlreadyErased();
      }
      if (found.present().isEmpty()) {
        return new Outcome.NoSuchAccount();
      }
      var outcome = change(found.present().get(), expected, rule);
      if (!(outcome instanceof Outcome.Overtaken)) {
        return outcome;
      }
    }
    return new Outcome.Overtaken();
  }

  private Outcome change(
      Account account, LongPredicate expected, Function<Account, Optional<Change<Account>>> rule) {
    var change = rule.apply(account);
    if (change.isEmpty()) {
      return new Outcome.AlreadyClosed();
    }
    if (change.get().isNone()) {
      return new Outcome.Done(account);
    }
    return expected.test(account.version())
        ? outcome(accounts.save(change.get()), change.get())
        : new Outcome.VersionMismatch();
  }

  /** What a save means to the caller. */
  static Outcome outcome(Accounts.Saved saved, Change<Account> change) {
    return switch (saved) {
      case STORED -> new Outcome.Done(change.state().at(change.state().version() + 1));
      case STALE -> new Outcome.Overtaken();
      case EMAIL_TAKEN -> new Outcome.EmailTaken();
      case TAX_ID_TAKEN -> new Outcome.TaxIdTaken();
    };
  }
}
