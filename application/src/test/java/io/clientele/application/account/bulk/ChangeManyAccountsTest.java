package io.clientele.application.account.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.bulk.ChangeManyAccounts.Action;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeManyAccountsTest {
  private static final AccessPolicy POLICY = new AccessPolicy(Set.of(AccountPermission.GRANTS));
  private static final Actor OPERATOR = POLICY.actor("operator:bob", Set.of(Role.OPERATOR), null);
  private static final InstantSource CLOCK = InstantSource.fixed(Sample.BEGINNING);

  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final AccountSample sample = new AccountSample(1);
  private final ChangeManyAccounts bulk =
      new ChangeManyAccounts(
          new SuspendAccount(accounts, CLOCK),
          new ReactivateAccount(accounts, CLOCK),
          new CloseAccount(accounts, CLOCK));

  @Test
  void eachAccountHasAnOutcomeOfItsOwnInTheOrderOfTheIds() {
    var closed = opened();
    bulk.change(OPERATOR, Action.CLOSE, List.of(closed));
    var active = opened();
    var absent = sample.opening().state().id();
    var erased = opened();
    accounts.erase(erased, sample.act());
    var outcomes =
        bulk.change(OPERATOR, Action.SUSPEND, List.of(closed, active, absent, erased, active));
    assertThat(outcomes.keySet()).containsExactly(closed, active, absent, erased);
    assertThat(outcomes.values())
        .containsExactly(
            new AccountOutcome.AlreadyClosed(),
            new AccountOutcome.Done(stored(active)),
            new AccountOutcome.NoSuchAccount(),
            new AccountOutcome.AlreadyErased());
    assertThat(stored(active).status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void aRepetitionChangesNothing() {
    var ids = List.of(opened(), opened());
    bulk.change(OPERATOR, Action.SUSPEND, ids);
    var versions = ids.stream().map(id -> stored(id).version()).toList();
    bulk.change(OPERATOR, Action.SUSPEND, ids);
    assertThat(ids.stream().map(id -> stored(id).version()).toList()).isEqualTo(versions);
    bulk.change(OPERATOR, Action.REACTIVATE, ids);
    assertThat(ids).allSatisfy(id -> assertThat(stored(id).status()).isEqualTo(Status.ACTIVE));
  }

  @Test
  void anActorWithoutThePermissionChangesNoAccount() {
    var auditor = POLICY.actor("operator:eve", Set.of(Role.AUDITOR), null);
    var id = opened();
    assertThat(bulk.change(auditor, Action.CLOSE, List.of(id)))
        .containsEntry(id, new AccountOutcome.Denied());
    assertThat(stored(id).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void moreThan200AccountsAreACallersBug() {
    var ids = IntStream.rangeClosed(0, 200).mapToObj(i -> sample.opening().state().id()).toList();
    assertThatThrownBy(() -> bulk.change(OPERATOR, Action.CLOSE, ids))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private AccountId opened() {
    var opening = sample.opening();
    accounts.save(opening);
    return opening.state().id();
  }

  private Account stored(AccountId id) {
    return accounts.find(id).present().orElseThrow();
  }
}
