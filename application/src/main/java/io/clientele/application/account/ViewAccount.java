package io.clientele.application.account;

import io.clientele.application.views.Views;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.util.function.Predicate;

/**
 * Reads one account and counts the view without delaying the reader. Counts only reads of open
 * accounts that the caller asks to count.
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
   * Returns the account, absent or erased, as this actor may see it.
   *
   * @param counted whether to count the read of this account; false for HEAD, for 304, and on the
   *     client's wish
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
