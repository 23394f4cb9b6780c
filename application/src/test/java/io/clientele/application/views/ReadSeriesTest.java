package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.ReadSeries.Outcome;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.views.Bucket;
import io.clientele.domain.views.Period;
import io.clientele.domain.views.Slice;
import io.clientele.testkit.InMemoryAccounts;
import io.clientele.testkit.InMemoryViewHistory;
import io.clientele.testkit.Sample;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadSeriesTest {
  private final Workbench bench = new Workbench(1);
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryViewHistory history =
      new InMemoryViewHistory(bench.durable, account -> Optional.empty());
  private final ReadSeries readSeries = new ReadSeries(accounts, history);
  private final Period hour = hourOf();
  private final AccountId id = given();

  @ParameterizedTest
  @EnumSource
  void everyRoleReadsTheSeriesOfItsOwnAccount(Role role) {
    assertThat(readSeries.read(Roles.as(role, id), id, hour))
        .isEqualTo(new Outcome.Shown(history.series(id, hour)));
    assertThat(history.series(id, hour)).extracting(Slice::views).containsExactly(3L);
  }

  @Test
  void aCustomerSeesNoDifferenceBetweenAnothersAccountAndNone() {
    var customer = Roles.as(Role.CUSTOMER, given());
    assertThat(readSeries.read(customer, id, hour)).isEqualTo(new Outcome.NoSuchAccount());
    assertThat(readSeries.read(customer, bench.sample.id(), hour))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void anAccountThatNeverWasHasNoSeriesAndAnErasedOneHas() {
    assertThat(readSeries.read(Roles.CLERK, bench.sample.id(), hour))
        .isEqualTo(new Outcome.NoSuchAccount());
    accounts.erase(id, bench.sample.act());
    assertThat(readSeries.read(Roles.CLERK, id, hour)).isInstanceOf(Outcome.Shown.class);
  }

  @Test
  void anActorWithoutARoleIsDenied() {
    var nobody = new Actor("nobody", Set.of(), null);
    assertThat(readSeries.read(nobody, id, hour)).isEqualTo(new Outcome.Denied());
  }

  private AccountId given() {
    var opening = bench.sample.opening();
    accounts.save(opening);
    var views = bench.direct();
    Workbench.count(views, opening.state().id(), 3);
    views.flush(Duration.ofSeconds(5));
    return opening.state().id();
  }

  private static Period hourOf() {
    var from = Bucket.HOUR.edgeBefore(Sample.BEGINNING);
    return new Period(Bucket.HOUR, from, from.plus(Bucket.HOUR.length()));
  }
}
