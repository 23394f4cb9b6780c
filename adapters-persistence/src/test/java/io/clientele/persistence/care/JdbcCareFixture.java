package io.clientele.persistence.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.account.AccountRowLock;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.care.CareUnderTest;
import java.util.List;
import java.util.Set;

/** The stores of customer care on PostgreSQL. */
abstract class JdbcCareFixture implements CareUnderTest {
  final Database database = TestPostgres.V18.emptied();
  private final AccountSample sample = new AccountSample(99);
  private final JdbcAccounts accounts =
      new JdbcAccounts(database, TestPostgres.CHANGES, Set.of(new CareEraser()));

  @Override
  public Stores stores() {
    return of(TestPostgres.V18.emptied());
  }

  @Override
  public Stores unreachableStores() {
    return of(TestPostgres.away());
  }

  @Override
  public AccountId account() {
    var opened = sample.opening();
    assertThat(accounts.save(opened)).isEqualTo(Saved.STORED);
    return opened.state().id();
  }

  @Override
  public void erase(AccountId account) {
    accounts.erase(account, sample.act());
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }

  private static Stores of(Database database) {
    return new Stores(
        new JdbcAccountNotes(database, TestPostgres.CHANGES, new AccountRowLock()),
        new JdbcAccountOwnerships(database, TestPostgres.CHANGES, new AccountRowLock()));
  }
}
