package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Sharding;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ViewAccountTest {
  private static final Sharding SHARDS = new Sharding(2);

  private final ContestedAccounts accounts = new ContestedAccounts();
  private final DirectViewCounter views =
      new DirectViewCounter(
          new InMemoryViewLedger(SHARDS),
          new InMemoryFlushLog(),
          ViewCounterSettings.of(Duration.ofMinutes(5)));
  private final ViewAccount viewAccount = new ViewAccount(accounts, views.recorder());

  @Test
  void aViewIsShownAndCounted() {
    var account = accounts.given();
    assertThat(viewAccount.view(CLERK, account.id(), any -> true))
        .isEqualTo(new Found.Present(account));
    assertThat(viewAccount.view(CLERK, account.id(), account::equals))
        .isEqualTo(new Found.Present(account));
    assertThat(counted()).isEqualTo(2);
    assertThat(viewsOf(account)).isEqualTo(2);
  }

  @Test
  void viewsOfASuspendedAccountCount() {
    var account = accounts.givenSuspended();
    assertThat(viewAccount.view(CLERK, account.id(), any -> true))
        .isEqualTo(new Found.Present(account));
    assertThat(viewsOf(account)).isEqualTo(1);
  }

  @Test
  void viewsThatTheCallerExcludesDoNotCount() {
    var account = accounts.given();
    assertThat(viewAccount.view(CLERK, account.id(), any -> false))
        .isEqualTo(new Found.Present(account));
    assertThat(counted()).isZero();
  }

  @Test
  void viewsOfAClosedAccountDoNotCount() {
    var closed = accounts.givenClosed();
    assertThat(viewAccount.view(CLERK, closed.id(), any -> true))
        .isEqualTo(new Found.Present(closed));
    assertThat(counted()).isZero();
  }

  @Test
  void anAbsentAccountIsNotCounted() {
    assertThat(viewAccount.view(CLERK, accounts.sample.id(), any -> true)).isEqualTo(Found.ABSENT);
    assertThat(counted()).isZero();
  }

  @Test
  void anErasedAccountIsReturnedAndNotCounted() {
    var id = accounts.givenErased();
    for (var actor : List.of(CLERK, AccountActors.customerOf(id))) {
      assertThat(viewAccount.view(actor, id, any -> true)).isEqualTo(new Found.Erased(id));
    }
    var other = AccountActors.customerOf(accounts.given().id());
    assertThat(viewAccount.view(other, id, any -> true)).isEqualTo(Found.ABSENT);
    assertThat(counted()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleSeesItsOwnAccount(Role role) {
    var account = accounts.given();
    var actor = AccountActors.POLICY.actor("someone", Set.of(role), account.id());
    assertThat(viewAccount.view(actor, account.id(), any -> true))
        .isEqualTo(new Found.Present(account));
  }

  @Test
  void aCustomerSeesNoOtherAccountAndNoViewIsCounted() {
    var own = accounts.given();
    var others = accounts.given();
    var customer = AccountActors.customerOf(own.id());
    assertThat(viewAccount.view(customer, others.id(), any -> true)).isEqualTo(Found.ABSENT);
    assertThat(viewAccount.view(customer, accounts.sample.id(), any -> true))
        .isEqualTo(Found.ABSENT);
    assertThat(counted()).isZero();
    assertThat(accounts.finds()).as("look-ups, whose time could tell").isZero();
  }

  @Test
  void anUnreachableStoreIsReportedAndNothingIsCounted() {
    var account = accounts.given();
    accounts.stored.startOutage();
    assertThatThrownBy(() -> viewAccount.view(CLERK, account.id(), any -> true))
        .isInstanceOf(PortUnavailable.class);
    assertThat(counted()).isZero();
  }

  private long counted() {
    return views.reconcile().counted();
  }

  private long viewsOf(Account account) {
    return views.live(Set.of(account.id().value())).values().iterator().next().total();
  }
}
