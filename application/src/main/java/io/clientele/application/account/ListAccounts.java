package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.identity.Actor;
import java.util.Objects;

/** Lists accounts, a page at a time. Counts no views. */
public final class ListAccounts {
  private final AccountDirectory directory;

  /** Lists accounts of this directory. */
  public ListAccounts(AccountDirectory directory) {
    this.directory = Objects.requireNonNull(directory, "directory");
  }

  /** Returns one page, if the actor may see all accounts. */
  public Access<AccountPage> list(Actor actor, AccountQuery query) {
    return Access.when(actor.may(AccountPermission.VIEW_ACCOUNTS), () -> directory.list(query));
  }
}
