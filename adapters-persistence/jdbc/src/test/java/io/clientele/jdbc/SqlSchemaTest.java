package io.clientele.jdbc;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.views.Sharding;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.jdbc.account.SqlAccountDirectory;
import io.clientele.jdbc.account.SqlAccounts;
import io.clientele.jdbc.views.SqlViewLedger;
import io.clientele.testkit.account.AccountSample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlSchemaTest {
  @Test
  void aSecondMigrationChangesNothingAndAnotherNumberOfShardsIsRefused() {
    SqlSchema.migrate(SQLITE.source(), new Sharding(6));
    assertThatThrownBy(() -> SqlSchema.migrate(SQLITE.source(), new Sharding(7)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the database has 6 shards, not 7");
  }

  @Test
  void accountsOfTheFirstScriptAreListedAndFound() {
    var sample = new AccountSample(3);
    var accounts = new SqlAccounts(SQLITE.emptied());
    var opening = sample.opening();
    accounts.save(opening);
    SQLITE.run(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM clientele_account_term");
            statement.executeUpdate(
                "UPDATE clientele_account"
                    + " SET name_folded = NULL, email_folded = NULL, name_key = NULL");
          }
        });
    SqlSchema.migrate(SQLITE.source(), new Sharding(6));
    var directory = new SqlAccountDirectory(SQLITE.source());
    var profile = opening.state().profile();
    for (var text : List.of(profile.name().value(), profile.taxId().value())) {
      var filter = new AccountFilter(null, text, null, null, null);
      var query = new AccountQuery(filter, AccountOrder.NAME, null, 9, false);
      assertThat(directory.list(query).accounts()).containsExactly(opening.state().at(1));
    }
  }

  @Test
  void aDirectCounterStoresItsViews() {
    var source = SQLITE.emptied();
    // @start region="open" :
    SqlSchema.migrate(source, new Sharding(6));
    var accounts = new SqlAccounts(source);
    var ledger = new SqlViewLedger(source, InstantSource.system());
    // @end
    var settings = ViewCounterSettings.of(Duration.ofMinutes(5));
    var counter = new DirectViewCounter(ledger, new InMemoryFlushLog(), settings);
    var id = new UUID(1, 2);
    counter.recorder().count(id);
    counter.recorder().count(id);
    counter.close();
    assertThat(accounts.find(new AccountSample(1).id())).isEqualTo(Found.ABSENT);
    assertThat(ledger.totals(List.of(id)).views()).containsEntry(id, 2L);
  }
}
