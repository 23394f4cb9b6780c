package io.clientele.application.account;

import io.clientele.application.views.Views;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
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
   * The account, if there is or was one for this actor.
   *
   * @param counted what the transport knows: not for HEAD, not modified, or a caller who asked not
   *     to
   */
  public Found view(Actor actor, AccountId id, Predicate<Account> counted) {
    var found = AccountAccess.maySee(actor, id) ? accounts.find(id) : Found.ABSENT;
    if (found instanceof Found.Present present
        && present.account().isOpen()
        && counted.test(present.account())) {
      views.count(id.value());
    }
    return found;
  }
}
