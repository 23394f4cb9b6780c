package io.clientele.application.account;

import io.clientele.application.views.Views;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads one account and counts the view, never at the reader's cost: only one that was found, that
 * is open, and that the caller counts.
 */
public final class ViewAccount {
  private final Accounts accounts;
  private final Views views;

  /** Reads from this store and counts with these. */
  public ViewAccount(Accounts accounts, Views views) {
    this.accounts = accounts;
    this.views = views;
  }

  /**
   * The account, empty if there is none for this actor.
   *
   * @param counted what the transport knows: not for HEAD, not modified, or a caller who asked not
   *     to
   */
  public Optional<Account> view(Actor actor, AccountId id, Predicate<Account> counted) {
    var found = actor.maySee(id) ? accounts.find(id) : Optional.<Account>empty();
    found.filter(Account::isOpen).filter(counted).ifPresent(account -> views.count(id));
    return found;
  }
}
