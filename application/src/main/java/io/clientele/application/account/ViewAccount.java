package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.counter.ViewRecorder;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Reads one account and counts the view without delaying the reader. Counts only reads of open
 * accounts that the caller asks to count.
 */
public final class ViewAccount {
  private final Accounts accounts;
  private final ViewRecorder recorder;

  /** Reads from this store and counts with this recorder. */
  public ViewAccount(Accounts accounts, ViewRecorder recorder) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.recorder = Objects.requireNonNull(recorder, "recorder");
  }

  /**
   * Returns the account, absent or erased, as this actor may see it.
   *
   * @param counted whether to count the read of this account; false for HEAD, for 304, and at the
   *     client's request
   */
  public Found view(Actor actor, AccountId id, Predicate<Account> counted) {
    var found = Account.maySee(actor, id) ? accounts.find(id) : Found.ABSENT;
    if (found instanceof Found.Present present
        && present.account().isOpen()
        && counted.test(present.account())) {
      recorder.count(id.value());
    }
    return found;
  }
}
