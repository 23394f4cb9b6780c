package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.Change;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Openings.Ended;
import io.clientele.testkit.OpeningsContract;
import io.clientele.testkit.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcOpeningsIT implements OpeningsContract {
  private final Database database = postgres().emptied();

  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public Openings openings() {
    return new JdbcOpenings(database, Postgres.CHANGES);
  }

  @Override
  public Openings openingsAway() {
    return new JdbcOpenings(Postgres.away(), Postgres.CHANGES);
  }

  @Override
  public Accounts accounts() {
    return new JdbcAccounts(database, Postgres.CHANGES);
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

  @Test
  void everyPartOfFiveHundredTakesFiveStatements() {
    var count = new StatementCount();
    var login = DatabaseConfig.of(database.login());
    try (var counted = new Database(login, count.telemetry())) {
      var openings = new JdbcOpenings(counted, Postgres.CHANGES);
      var sample = new Sample(1);
      var taken = sample.opening();
      accounts().save(taken);
      count.next();
      for (var parts : List.of(1, 4, 20)) {
        var changes = Stream.generate(sample::opening).limit(parts * 500L).toList();
        openings.rehearse(changes);
        assertThat(count.next()).as("%s parts, rehearsed", parts).isEqualTo(1 + parts * 4L);
        openings.open(changes, null);
        // One for the lock, four a part without a conflict, the commit.
        assertThat(count.next()).as("%s parts", parts).isEqualTo(2 + parts * 4L);
        // Everything is taken now: nothing is audited, and no key is made.
        openings.open(
            Stream.generate(() -> again(sample, taken)).limit(parts * 500L).toList(), null);
        assertThat(count.next()).as("%s parts, taken", parts).isEqualTo(2 + parts * 2L);
      }
    }
  }

  private static Change<Account> again(Sample sample, Change<Account> taken) {
    return sample.opening(taken.state().profile());
  }
}
