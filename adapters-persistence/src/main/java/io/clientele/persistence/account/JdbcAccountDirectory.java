package io.clientele.persistence.account;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.ReadRouter;

/** Lists accounts in PostgreSQL, from a replica where that is recent enough. */
public final class JdbcAccountDirectory implements AccountDirectory {
  private final ReadRouter reads;

  /** The accounts of this database. */
  public JdbcAccountDirectory(Database database) {
    this.reads = database.reads();
  }

  @Override
  public AccountPage list(AccountQuery query) {
    return reads.transaction(new AccountListQuery(query)::read);
  }
}
