package io.clientele.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.audit.JdbcAuditTrail;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountDirectoryContract;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.account.AccountsContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbcAccountsIT implements AccountsContract, AccountDirectoryContract {
  private final AccountSample sample = new AccountSample(1);
  private final Database database = postgres().emptied();
  private final Accounts stored =
      new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public Accounts accounts() {
    postgres().emptied();
    return stored;
  }

  @Override
  public AccountDirectory directory() {
    return new JdbcAccountDirectory(database);
  }

  @Override
  public AccountDirectory unreachableDirectory() {
    return new JdbcAccountDirectory(TestPostgres.away());
  }

  @Override
  public Accounts unreachableAccounts() {
    return new JdbcAccounts(TestPostgres.away(), TestPostgres.CHANGES, TestPostgres.ERASERS);
  }

  @Override
  public void persist(Map<AccountId, Long> views) {
    var sql = database.work();
    sql.update("TRUNCATE view_total");
    sql.update("UPDATE account_rank SET views = 0");
    sql.update("UPDATE account_ranking SET seen_views = -1, seen_to = NULL");
    views.forEach(
        (id, n) ->
            sql.update("INSERT INTO view_total (account_id, views) VALUES (?, ?)", id.value(), n));
    new AccountRankRefresh(database).refresh();
  }

  @Test
  void aTotalIsExactUpToTenThousand() {
    fill(9_999);
    stored.save(sample.opening());
    assertThat(total(AccountFilter.ALL)).isEqualTo(new Total(10_000, true));
    stored.save(sample.opening());
    assertThat(total(AccountFilter.ALL)).isEqualTo(new Total(10_000, false));
  }

  @Test
  void aNameThatFoldsToThousandsOfCharactersIsStoredAndFound() {
    var change = sample.opening(sample.named("\uFDFA".repeat(200)));
    assertThat(stored.save(change)).isEqualTo(Saved.STORED);
    assertThat(directory().list(query(text("\uFDFA"), AccountOrder.NAME)).accounts())
        .extracting(account -> account.id())
        .containsExactly(change.state().id());
  }

  @Test
  void aRowThatBreaksARuleIsABug() {
    var change = sample.opening();
    stored.save(change);
    database.work().update("UPDATE account SET email = 'not a mailbox'");
    assertThatThrownBy(() -> stored.find(change.state().id()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangeLeavesAnEntryAndARefusedOneNone() {
    var trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
    var opening = sample.opening();
    var opened = opening.state().at(1);
    stored.save(opening);
    var suspension = opened.suspend(sample.act());
    stored.save(suspension);
    assertThat(stored.save(opened.close(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(stored.save(sample.opening(opened.profile()))).isEqualTo(Saved.EMAIL_TAKEN);
    var entries = trail.page(new AuditQuery(AuditQuery.Filter.ALL, null, 10)).entries();
    assertThat(entries.stream().map(AuditPage.Recorded::entry))
        .containsExactly(
            AuditEntry.of(suspension, opened.id()).getFirst(),
            AuditEntry.of(opening, opened.id()).getFirst());
  }

  @Test
  void aFailingEraserLeavesTheAccountUnchanged() {
    var opening = sample.opening();
    stored.save(opening);
    PersonalDataEraser failing =
        (transaction, account, by) -> {
          throw new IllegalStateException("the eraser fails");
        };
    var accounts = new JdbcAccounts(database, TestPostgres.CHANGES, Set.of(failing));
    assertThatThrownBy(() -> accounts.erase(opening.state().id(), sample.act()))
        .hasMessage("the eraser fails");
    assertThat(stored.find(opening.state().id()).present()).contains(opening.state().at(1));
    assertThat(audit()).hasSize(1);
  }

  private void fill(int count) {
    var sql =
        """
        INSERT INTO account (id, version, status, created_at, updated_at, name, name_folded, email, email_folded,
          search, metadata)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'ACTIVE', now(), now(), 'Ada', 'ada',
          'ada' || n || '@example.com', 'ada' || n || '@example.com', 'ada ada', '{}'
        FROM generate_series(1, ?) AS n
        """;
    database.work().update(sql, count);
  }

  private Total total(AccountFilter filter) {
    return directory().list(new AccountQuery(filter, AccountOrder.CREATED, null, 1, true)).total();
  }

  private static AccountQuery query(AccountFilter filter, AccountOrder order) {
    return new AccountQuery(filter, order, null, 200, false);
  }

  private static AccountFilter text(String text) {
    return new AccountFilter(null, text, null, null, null);
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
