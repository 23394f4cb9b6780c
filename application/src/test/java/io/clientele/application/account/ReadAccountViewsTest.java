package io.clientele.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.account.ReadAccountViews.Outcome;
import io.clientele.application.kernel.Access;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.ViewActors;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.AccountSample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadAccountViewsTest {
  private final AccountSample sample = new AccountSample(12);
  private final CounterFixture bench = new CounterFixture(1);
  private final ViewCounter views = bench.counter();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final ReadAccountViews readViews = new ReadAccountViews(accounts, views);
  private final AccountId id = given();

  @ParameterizedTest
  @EnumSource
  void everyRoleReadsTheViewsOfItsOwnAccountAndCountsNone(Role role) {
    stageThree();
    var total = new LiveTotal(id.value(), 3, 0, 3L, bench.now());
    assertThat(readViews.read(ViewActors.as(role, id), id)).isEqualTo(new Outcome.Shown(total));
    assertThat(readViews.read(ViewActors.as(role, id), List.of(id)))
        .isEqualTo(new Access.Granted<>(Map.of(id, total)));
    assertThat(views.figures().counted()).isEqualTo(3);
  }

  @Test
  void aCustomerCannotReadOtherViews() {
    var customer = ViewActors.as(Role.CUSTOMER, given());
    assertThat(readViews.read(customer, id)).isEqualTo(new Outcome.NoSuchAccount());
    assertThat(readViews.read(customer, List.of(id))).isEqualTo(new Access.Denied<>());
    assertThat(bench.ledger.calls("totals")).isZero();
  }

  @Test
  void anActorWithoutARoleIsDenied() {
    var stranger = ViewActors.POLICY.actor("stranger", Set.of(), null);
    assertThat(readViews.read(stranger, id)).isEqualTo(new Outcome.Denied());
    assertThat(readViews.read(stranger, List.of(id))).isEqualTo(new Access.Denied<>());
    assertThat(bench.ledger.calls("totals")).isZero();
  }

  @Test
  void anAbsentAccountHasNoViews() {
    assertThat(readViews.read(ViewActors.CLERK, sample.id()))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void theViewsOfAnErasedAccountAreReturned() {
    stageThree();
    accounts.erase(id, sample.act());
    assertThat(readViews.read(ViewActors.CLERK, id))
        .isEqualTo(new Outcome.Shown(new LiveTotal(id.value(), 3, 0, 3L, bench.now())));
  }

  @Test
  void anUnreachableStoreIsReported() {
    accounts.startOutage();
    assertThatThrownBy(() -> readViews.read(ViewActors.CLERK, id))
        .isInstanceOf(PortUnavailable.class);
    accounts.endOutage();
    bench.durable.startOutage();
    assertThatThrownBy(() -> readViews.read(ViewActors.CLERK, id))
        .isInstanceOf(PortUnavailable.class);
  }

  private AccountId given() {
    var opening = sample.opening();
    accounts.save(opening);
    return opening.state().id();
  }

  private void stageThree() {
    CounterFixture.count(views, id.value(), 3);
    CounterFixture.run(views, "views-send");
  }
}
