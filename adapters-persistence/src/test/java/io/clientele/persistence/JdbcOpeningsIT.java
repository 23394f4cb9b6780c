package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.KeptAnswers;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Openings.Ended;
import io.clientele.testkit.OpeningsContract;
import io.clientele.testkit.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcOpeningsIT implements OpeningsContract {
  private final Database database = postgres().emptied();

  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public Openings openings() {
    return new JdbcOpenings(database);
  }

  @Override
  public Openings openingsAway() {
    return new JdbcOpenings(Postgres.away());
  }

  @Override
  public Accounts accounts() {
    return new JdbcAccounts(database);
  }

  @Override
  public KeptAnswers answers() {
    return new JdbcKeptAnswers(database);
  }

  @Test
  void tenThousandAreOneTransaction() {
    var openings = Stream.generate(new Sample(1)::opening).limit(Openings.MAX).toList();
    var ended = openings().open(openings, null);
    assertThat(((Ended.Told) ended).saved()).hasSize(Openings.MAX).containsOnly(Saved.STORED);
    assertThat(database.work().list("SELECT count(*) FROM account", row -> row.getLong(1)))
        .containsExactly(10_000L);
    assertThat(database.work().list("SELECT count(*) FROM audit_entry", row -> row.getLong(1)))
        .containsExactly(10_000L);
  }
}
