package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.change.JdbcIdempotencyStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.testbed.StatementCounter;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.account.BulkAccountsContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcBulkAccountsIT implements BulkAccountsContract {
  private final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public BulkAccounts openings() {
    return new JdbcBulkAccounts(database, TestPostgres.CHANGES);
  }

  @Override
  public BulkAccounts unreachableOpenings() {
    return new JdbcBulkAccounts(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Override
  public Accounts accounts() {
    return new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);
  }

  @Override
  public AccountDirectory directory() {
    return new JdbcAccountDirectory(database);
  }

  @Override
  public IdempotencyStore answers() {
    return new JdbcIdempotencyStore(database);
  }

  @Test
  void tenThousandAreOneTransaction() {
    var openings = Stream.generate(new AccountSample(1)::opening).limit(BulkAccounts.MAX).toList();
    var ended = openings().open(openings, null);
    assertThat(((Ended.Decided) ended).saved())
        .hasSize(BulkAccounts.MAX)
        .containsOnly(Saved.STORED);
    assertThat(database.work().list("SELECT count(*) FROM account", row -> row.getLong(1)))
        .containsExactly(10_000L);
    assertThat(database.work().list("SELECT count(*) FROM audit_entry", row -> row.getLong(1)))
        .containsExactly(10_000L);
  }

  @Test
  void everyPartOfFiveHundredTakesFiveStatements() {
    var count = new StatementCounter();
    var login = DatabaseConfig.of(database.login());
    try (var counted = new Database(login, count.telemetry())) {
      var openings = new JdbcBulkAccounts(counted, TestPostgres.CHANGES);
      var sample = new AccountSample(1);
      var taken = sample.opening();
      accounts().save(taken);
      count.next();
      for (var parts : List.of(1, 4, 20)) {
        var changes = Stream.generate(sample::opening).limit(parts * 500L).toList();
        openings.rehearse(changes);
        assertThat(count.next()).as("%s parts, rehearsed", parts).isEqualTo(1 + parts);
        openings.open(changes, null);
        // One statement each for the lock, the import and the commit, four for each part without a
        // conflict.
        assertThat(count.next()).as("%s parts", parts).isEqualTo(3 + parts * 4L);
        // All e-mails are taken now: nothing is audited, and no key is created.
        openings.open(
            Stream.generate(() -> again(sample, taken)).limit(parts * 500L).toList(), null);
        assertThat(count.next()).as("%s parts, taken", parts).isEqualTo(3 + parts * 2L);
      }
    }
  }

  private static Change<Account> again(AccountSample sample, Change<Account> taken) {
    return sample.opening(taken.state().profile());
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }
}
