package io.clientele.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeStoreIT {
  private enum End {
    STORED,
    REFUSED
  }

  private static final ChangeResults<End> RESULTS = ChangeResults.withoutKey(End.STORED);

  private final Database database = TestPostgres.V18.emptied();
  private final ChangeStore changes = TestPostgres.CHANGES;
  private final AccountSample sample = new AccountSample(1);

  @Test
  void aRefusalRollsBackTheRowsOfItsWriter() {
    var end = store(sample.opening(), Optional.of(End.REFUSED));
    assertThat(end).isEqualTo(End.REFUSED);
    assertThat(count("operator")).isZero();
    assertThat(count("audit_entry")).isZero();
  }

  @Test
  void anAcceptedChangeIsCommittedWithItsEntry() {
    assertThat(store(sample.opening(), Optional.empty())).isEqualTo(End.STORED);
    assertThat(count("operator")).isEqualTo(1);
    assertThat(count("audit_entry")).isEqualTo(1);
    assertThat(count("audit_pending_2")).isEqualTo(1);
    assertThat(count("event")).isEqualTo(1);
  }

  @Test
  void aPublishedEventWithoutAStoredVersionIsABug() {
    var opening = sample.opening();
    var about = ChangeSubject.of(opening.state().id());
    assertThatThrownBy(
            () ->
                changes.store(
                    database.requests(), opening, about, RESULTS, transaction -> Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(count("audit_entry")).isZero();
  }

  @Test
  void aStateOverSixteenKibibytesIsLeftOutOfItsEvent() {
    var state = "x".repeat(16 * 1024);
    var opening = sample.opening();
    changes.store(
        database.requests(),
        opening,
        opening.state().toStore().with(state),
        RESULTS,
        transaction -> Optional.empty());
    assertThat(database.work().list("SELECT sealed IS NULL FROM event", row -> row.getBoolean(1)))
        .containsExactly(true);
  }

  @Test
  void aChangeWithoutEventsIsRefusedBeforeAnyStatement() {
    var none = Change.none(sample.opening().state(), sample.act());
    assertThatThrownBy(() -> store(none, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(count("operator")).isZero();
  }

  @Test
  void workThatFailsAfterAnEventLeavesNothing() {
    var opening = sample.opening();
    var event = opening.events().getFirst();
    assertThatThrownBy(
            () ->
                changes.record(
                    database.requests(),
                    transaction -> {
                      insert(transaction, opening.state().id());
                      transaction.append(opening.act(), event, opening.state().toStore());
                      throw new IllegalStateException("the work fails");
                    }))
        .hasMessage("the work fails");
    assertThat(count("operator")).isZero();
    assertThat(count("audit_entry")).isZero();
  }

  /** Writes a row, and then accepts or refuses the change. */
  private End store(Change<Account> change, Optional<End> refusal) {
    return changes.store(
        database.requests(),
        change,
        change.state().toStore(),
        RESULTS,
        transaction -> {
          insert(transaction, change.state().id());
          return refusal;
        });
  }

  private static void insert(ChangeTransaction transaction, AccountId id) throws SQLException {
    Sql.update(
        transaction.connection(),
        """
        INSERT INTO operator (id, status, name, email, roles, password_hash, generation, created_at, version)
        VALUES (?, 'ACTIVE', 'Ada', 'ada@example.com', '{ADMIN}', 'hash', 1, now(), 1)
        """,
        id.value());
  }

  private long count(String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }
}
