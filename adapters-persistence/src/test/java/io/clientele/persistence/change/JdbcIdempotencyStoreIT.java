package io.clientele.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.IdempotencyStoreContract;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcIdempotencyStoreIT implements IdempotencyStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Database database = postgres().emptied();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public Store store() {
    return of(database);
  }

  @Override
  public Store unreachableStore() {
    return of(TestPostgres.away());
  }

  @Override
  public void whileInWork(IdempotencyKey key, Runnable action) {
    database
        .work()
        .transaction(
            connection -> {
              IdempotencyRecords.enter(connection, key, NOON);
              action.run();
              return null;
            });
  }

  @Test
  void anyNumberOfExpiredResponsesIsDeleted() {
    database
        .work()
        .update(
            """
            INSERT INTO kept_answer (key, kept_at, body_hash, media_type, response)
            SELECT sha256(n::text::bytea), ?::timestamptz - n * interval '1 minute', 'b0d1', 'text/plain', '{}'
            FROM generate_series(0, 3999) AS n
            """,
            Timestamps.of(NOON));
    new JdbcIdempotencyStore(database).clear(NOON);
    var left = database.work().list("SELECT count(*) FROM kept_answer", row -> row.getLong(1));
    assertThat(left).as("of the last day, a minute each").containsExactly(24 * 60L);
  }

  @Test
  void anExpiredResponseIsReplacedByANewOne() {
    var key = new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "late", "b0d1");
    var answer = new StoredResponse("text/plain", new byte[] {1, 2});
    var sample = new Sample(1);
    var day = IdempotencyStore.KEPT;
    for (var at : new Instant[] {NOON, NOON.plus(day)}) {
      database
          .work()
          .transaction(
              connection -> {
                assertThat(IdempotencyRecords.enter(connection, key, at))
                    .isEqualTo(IdempotencyRecords.Entered.ALONE);
                IdempotencyRecords.keep(
                    connection, new Idempotent.Kept(key, answer), at, sample.id().value());
                return null;
              });
    }
    new JdbcIdempotencyStore(database).clear(NOON.plus(day));
    assertThat(new JdbcIdempotencyStore(database).find(key, NOON.plus(day)))
        .isEqualTo(new IdempotencyStore.Found.Answered(answer));
  }

  private static Store of(Database database) {
    return new Store(
        new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS),
        new JdbcIdempotencyStore(database));
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }

  @Override
  public IdempotencyStore responses() {
    return new JdbcIdempotencyStore(database);
  }
}
