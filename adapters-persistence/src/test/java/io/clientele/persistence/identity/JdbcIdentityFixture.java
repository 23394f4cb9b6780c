package io.clientele.persistence.identity;

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
import io.clientele.testkit.identity.IdentityPorts;
import io.clientele.testkit.identity.IdentityUnderTest;
import java.util.List;

/** The identity ports on PostgreSQL. */
abstract class JdbcIdentityFixture implements IdentityUnderTest {
  final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public IdentityPorts identity() {
    return of(postgres().emptied());
  }

  @Override
  public IdentityPorts unreachableIdentity() {
    return of(TestPostgres.away());
  }

  @Override
  public AccountId account() {
    var opened = new AccountSample(99).opening();
    assertThat(new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS).save(opened))
        .isEqualTo(Saved.STORED);
    return opened.state().id();
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }

  private static IdentityPorts of(Database database) {
    return new IdentityPorts(
        new JdbcOperators(database, TestPostgres.CHANGES),
        new JdbcSessions(database, TestPostgres.CHANGES),
        new JdbcApiKeys(database, TestPostgres.CHANGES, new AccountRowLock()),
        new JdbcRevocations(database));
  }
}
