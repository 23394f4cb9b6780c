package io.clientele.application.account;

import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.util.Optional;

/** Lists accounts, a page at a time. Counts no views. */
public final class ListAccounts {
  private final Accounts accounts;

  /** Lists accounts of this store. */
  public ListAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** One page; empty if the actor may not list accounts. */
  public Optional<AccountPage> list(Actor actor, AccountQuery query) {
    return actor.may(Permission.VIEW_ACCOUNTS)
        ? Optional.of(accounts.list(query))
        : Optional.empty();
  }
}
