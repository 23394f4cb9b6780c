package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;

/** A right store, which is a directory too, for a subclass to break. */
class ForwardingAccounts implements Accounts, AccountDirectory {
  final Accounts inner;
  final AccountDirectory directory;

  ForwardingAccounts(Accounts inner) {
    this.inner = inner;
    this.directory = (AccountDirectory) inner;
  }

  @Override
  public Found find(AccountId id) {
    return inner.find(id);
  }

  @Override
  public Saved save(Change<Account> change) {
    return inner.save(change);
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return inner.erase(id, act);
  }

  @Override
  public AccountPage list(AccountQuery query) {
    return directory.list(query);
  }
}
