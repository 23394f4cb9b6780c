package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;

/** Lists accounts, a page at a time. Counts no views. */
public final class ListAccounts {
  private final Accounts accounts;

  /** Lists accounts of this store. */
  public ListAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Returns one page, if the actor may see all accounts. */
  public Access<AccountPage> list(Actor actor, AccountQuery query) {
    return Access.when(actor.may(AccountPermission.VIEW_ACCOUNTS), () -> accounts.list(query));
  }
}
