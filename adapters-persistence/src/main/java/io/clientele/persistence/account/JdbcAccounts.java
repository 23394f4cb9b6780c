package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Accounts in PostgreSQL. Concurrent look-ups share a query. */
public final class JdbcAccounts implements Accounts {
  /** The longest wait for a look-up, after which a response is still wanted. */
  private static final String FIND =
      "SELECT " + AccountRow.COLUMNS + " FROM account WHERE id = ANY (?)";

  private final Sql sql;
  private final BatchedLookups<AccountId, Found> lookups;
  private final AccountWriter writer;
  private final AccountErasure erasure;

  /**
   * Accounts of this database, which no context keeps from being closed or erased.
   *
   * @param erasers remove what other contexts store of an account that is erased
   */
  public JdbcAccounts(Database database, ChangeStore changes, Set<PersonalDataEraser> erasers) {
    this(database, changes, erasers, Set.of());
  }

  /**
   * Accounts of this database.
   *
   * @param erasers remove what other contexts store of an account that is erased
   * @param vetoes may refuse that an account is closed or erased
   */
  public JdbcAccounts(
      Database database,
      ChangeStore changes,
      Set<PersonalDataEraser> erasers,
      Set<ErasureVeto> vetoes) {
    this.sql = database.requests();
    this.lookups = new BatchedLookups<>("the database", BatchedLookups.PATIENCE, this::find);
    var asked = new AccountVetoes(vetoes);
    this.writer = new AccountWriter(sql, changes, asked);
    this.erasure = new AccountErasure(database, changes, erasers, asked);
  }

  @Override
  public Found find(AccountId id) {
    return lookups.find(id).orElse(Found.ABSENT);
  }

  @Override
  public Saved save(Change<Account> change) {
    return writer.save(change);
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return erasure.erase(id, act);
  }

  private Map<AccountId, Found> find(Collection<AccountId> ids) {
    return sql.run(
        connection -> {
          var keys = Sql.uuids(connection, ids.stream().map(AccountId::value).toList());
          var found = new HashMap<AccountId, Found>();
          Sql.each(
              connection, FIND, row -> found.put(AccountRow.id(row), AccountRow.found(row)), keys);
          return found;
        });
  }
}
