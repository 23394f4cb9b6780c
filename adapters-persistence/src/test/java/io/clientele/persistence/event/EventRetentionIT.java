package io.clientele.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRetentionIT {
  private static final Instant MARCH_2021 = Instant.parse("2021-03-01T00:00:00Z");
  private static final String PARTS =
      "SELECT relname::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid"
          + " WHERE inhparent = 'event'::regclass AND relname < 'event_2022' ORDER BY 1";

  private final Database database = TestPostgres.V18.migrated();
  private final EventRetention retention = new EventRetention(database);

  EventRetentionIT() {
    TestPostgres.tamper(
        database,
        "CREATE TABLE event_2021_01 PARTITION OF event"
            + " FOR VALUES FROM ('2021-01-01T00:00Z') TO ('2021-02-01T00:00Z')",
        "CREATE TABLE event_2021_02 PARTITION OF event"
            + " FOR VALUES FROM ('2021-02-01T00:00Z') TO ('2021-03-01T00:00Z')",
        "INSERT INTO event (at, id, type, subject_kind, subject, version, changed)"
            + " VALUES ('2021-01-31T23:00Z', gen_random_uuid(), 'a.b', 'a', '1', 1, '{}')");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void monthsThatEndedBeforeAreDroppedWithTheirEvents() {
    assertThat(retention.drop(MARCH_2021.minusSeconds(1))).isEqualTo(1);
    assertThat(parts()).containsExactly("event_2021_02");
    assertThat(retention.drop(MARCH_2021)).isEqualTo(1);
    assertThat(parts()).isEmpty();
    assertThat(retention.drop(Instant.now().minus(Duration.ofDays(7)))).isZero();
  }

  @Test
  void aMonthThatIsInUseStays() {
    database
        .bulk()
        .transaction(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE event_2021_02 IN ACCESS SHARE MODE");
              }
              assertThat(retention.drop(MARCH_2021)).isZero();
              return true;
            });
    assertThat(parts()).hasSize(2);
  }

  @Test
  void neitherNewMonthsNorTablesOfOthersAreDropped() {
    assertThatIllegalStateException()
        .isThrownBy(() -> retention.drop(Instant.now().minus(Duration.ofDays(6))));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database
                    .work()
                    .list("SELECT drop_old_parts('audit_entry', '2021-03-01')", row -> 1));
    assertThat(parts()).hasSize(2);
  }

  private List<String> parts() {
    return database.work().list(PARTS, row -> row.getString(1));
  }
}
