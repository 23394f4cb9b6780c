package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.testkit.Identity;
import io.clientele.testkit.IdentityUnderTest;
import io.clientele.testkit.Sample;
import java.util.List;

/** Whoever may come in, in PostgreSQL. */
abstract class JdbcIdentity implements IdentityUnderTest {
  final Database database = postgres().emptied();

  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public Identity identity() {
    return of(postgres().emptied());
  }

  @Override
  public Identity identityAway() {
    return of(Postgres.away());
  }

  @Override
  public AccountId account() {
    var opened = new Sample(99).opening();
    assertThat(new JdbcAccounts(database, Postgres.CHANGES).save(opened)).isEqualTo(Saved.STORED);
    return opened.state().id();
  }

  /** Of accounts nothing: another store tells of them. */
  @Override
  public List<String> told() {
    return database
        .work()
        .list(
            "SELECT action || ' ' || subject FROM audit_entry WHERE subject IS NOT NULL",
            row -> row.getString(1));
  }

  private static Identity of(Database database) {
    return new Identity(
        new JdbcOperators(database, Postgres.CHANGES),
        new JdbcSessions(database, Postgres.CHANGES),
        new JdbcApiKeys(database, Postgres.CHANGES),
        new JdbcWithdrawals(database));
  }
}
