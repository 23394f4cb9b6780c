package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;

/** A right store, for a subclass to break. */
class ForwardingAccounts implements Accounts {
  final Accounts inner;

  ForwardingAccounts(Accounts inner) {
    this.inner = inner;
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
    return inner.list(query);
  }
}
