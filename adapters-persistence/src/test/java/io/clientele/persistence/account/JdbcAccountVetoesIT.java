package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.account.erasure.AccountVetoesContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JdbcAccountVetoesIT implements AccountVetoesContract {
  private static final String MARK = "UPDATE account SET name_folded = 'marked' WHERE id = ?";
  private static final String MARKS = "SELECT 1 FROM account WHERE name_folded = 'marked'";

  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Accounts accounts(Function<AccountId, Optional<Change.Veto>> veto) {
    return accounts((transaction, account, by) -> veto.apply(account));
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Test
  void whatAVetoWroteIsRolledBackWithARefusal() {
    var accounts =
        accounts(
            (transaction, account, by) -> {
              Sql.update(transaction.connection(), MARK, account.value());
              return Optional.of(VETO);
            });
    var sample = new AccountSample(1);
    var opening = sample.opening();
    accounts.save(opening);
    var account = opening.state().at(1);
    assertThat(accounts.save(account.close(sample.act()))).isEqualTo(new Saved.Vetoed(VETO));
    assertThat(accounts.erase(account.id(), sample.act())).isEqualTo(new Erasure.Vetoed(VETO));
    assertThat(database.work().list(MARKS, row -> true)).isEmpty();
  }

  private Accounts accounts(ErasureVeto veto) {
    return new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS, Set.of(veto));
  }
}
