package io.clientele.jdbc;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.views.Sharding;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.jdbc.views.SqlViewLedger;
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
  void aDirectCounterStoresItsViews() {
    var ledger = new SqlViewLedger(SQLITE.emptied(), InstantSource.system());
    var settings = ViewCounterSettings.of(Duration.ofMinutes(5));
    var counter = new DirectViewCounter(ledger, new InMemoryFlushLog(), settings);
    var id = new UUID(1, 2);
    counter.recorder().count(id);
    counter.recorder().count(id);
    counter.close();
    assertThat(ledger.totals(List.of(id)).views()).containsEntry(id, 2L);
  }
}
