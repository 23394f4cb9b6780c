package io.clientele.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.account.ReadAccountViewSeries.Outcome;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.ViewActors;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadAccountViewSeriesTest {
  private final AccountSample sample = new AccountSample(12);
  private final CounterFixture bench = new CounterFixture(1);
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryViewHistory history = new InMemoryViewHistory(bench.durable);
  private final ReadAccountViewSeries readSeries = new ReadAccountViewSeries(accounts, history);
  private final ViewPeriod hour = hourOf();
  private final AccountId id = given();

  @ParameterizedTest
  @EnumSource
  void everyRoleReadsTheSeriesOfItsOwnAccount(Role role) {
    assertThat(readSeries.read(ViewActors.as(role, id), id, hour))
        .isEqualTo(new Outcome.Shown(history.series(id.value(), hour)));
    assertThat(history.series(id.value(), hour)).extracting(DataPoint::views).containsExactly(3L);
  }

  @Test
  void aCustomerCannotTellAnotherSeriesFromAnAbsentOne() {
    var customer = ViewActors.as(Role.CUSTOMER, given());
    assertThat(readSeries.read(customer, id, hour)).isEqualTo(new Outcome.NoSuchAccount());
    assertThat(readSeries.read(customer, sample.id(), hour)).isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void anErasedAccountHasASeriesAndAnUnknownOneNone() {
    assertThat(readSeries.read(ViewActors.CLERK, sample.id(), hour))
        .isEqualTo(new Outcome.NoSuchAccount());
    accounts.erase(id, sample.act());
    assertThat(readSeries.read(ViewActors.CLERK, id, hour)).isInstanceOf(Outcome.Shown.class);
  }

  @Test
  void anActorWithoutARoleIsDenied() {
    var stranger = ViewActors.POLICY.actor("stranger", Set.of(), null);
    assertThat(readSeries.read(stranger, id, hour)).isEqualTo(new Outcome.Denied());
  }

  private AccountId given() {
    var opening = sample.opening();
    accounts.save(opening);
    var views = bench.direct();
    CounterFixture.count(views, opening.state().id().value(), 3);
    views.flush(Duration.ofSeconds(5));
    return opening.state().id();
  }

  private static ViewPeriod hourOf() {
    var from = Granularity.HOUR.edgeBefore(Sample.BEGINNING);
    return new ViewPeriod(Granularity.HOUR, from, from.plus(Granularity.HOUR.length()));
  }
}
