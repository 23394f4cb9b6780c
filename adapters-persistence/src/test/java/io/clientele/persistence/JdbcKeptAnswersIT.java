package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.Answer;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.Once;
import io.clientele.testkit.KeptAnswersContract;
import io.clientele.testkit.Sample;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JdbcKeptAnswersIT implements KeptAnswersContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Database database = postgres().emptied();

  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public Store store() {
    return of(database);
  }

  @Override
  public Store storeAway() {
    return of(Postgres.away());
  }

  @Override
  public void whileInWork(Once.Key key, Runnable action) {
    database
        .work()
        .transaction(
            connection -> {
              KeptRows.enter(connection, key, NOON);
              action.run();
              return null;
            });
  }

  @Test
  void whatIsGivenNoMoreIsClearedAwayHoweverMuch() {
    database
        .work()
        .update(
            """
            INSERT INTO kept_answer (key, kept_at, body_hash, status, body)
            SELECT sha256(n::text::bytea), ?::timestamptz - n * interval '1 minute', 'b0d1', 200, '{}'
            FROM generate_series(0, 3999) AS n
            """,
            Timestamps.of(NOON));
    new JdbcKeptAnswers(database).clear(NOON);
    var left = database.work().list("SELECT count(*) FROM kept_answer", row -> row.getLong(1));
    assertThat(left).as("of the last day, a minute each").containsExactly(24 * 60L);
  }

  @Test
  void whatNobodyClearedAwayYetMakesRoomForANewAnswer() {
    var key = new Once.Key("operator:ada", "POST", "/v1/accounts", "late", "b0d1");
    var answer = new Answer(200, null, null, "{}");
    var sample = new Sample(1);
    var day = KeptAnswers.KEPT;
    for (var at : new Instant[] {NOON, NOON.plus(day)}) {
      database
          .work()
          .transaction(
              connection -> {
                assertThat(KeptRows.enter(connection, key, at)).isEqualTo(KeptRows.Entered.ALONE);
                KeptRows.keep(connection, new Once.Kept(key, answer), at, sample.id().value());
                return null;
              });
    }
    new JdbcKeptAnswers(database).clear(NOON.plus(day));
    assertThat(new JdbcKeptAnswers(database).find(key, NOON.plus(day)))
        .isEqualTo(new KeptAnswers.Found.Answered(answer));
  }

  private static Store of(Database database) {
    return new Store(new JdbcAccounts(database, Postgres.CHANGES), new JdbcKeptAnswers(database));
  }
}
