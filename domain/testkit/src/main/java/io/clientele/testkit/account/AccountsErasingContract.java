package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.account.Accounts.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An erasure removes the data of one account permanently; a part of {@link AccountsContract}. */
public interface AccountsErasingContract extends AccountsUnderTest {
  @Test
  default void anErasedAccountIsFoundAsErasedAndNotAsAbsent() {
    var accounts = accounts();
    var sample = new AccountSample(70);
    var open = given(accounts, sample.opening());
    var closed = given(accounts, given(accounts, sample.opening()).close(sample.act()));
    for (var account : List.of(open, closed)) {
      var act = sample.act();
      assertThat(accounts.erase(account.id(), act)).isEqualTo(new Erasure.Done(act.at()));
      assertThat(accounts.find(account.id())).isEqualTo(new Found.Erased(account.id()));
    }
  }

  @Test
  default void aSecondErasureReturnsTheTimeOfTheFirst() {
    var accounts = accounts();
    var sample = new AccountSample(71);
    var account = given(accounts, sample.opening());
    var first = sample.act();
    accounts.erase(account.id(), first);
    assertThat(accounts.erase(account.id(), sample.act())).isEqualTo(new Erasure.Done(first.at()));
  }

  @Test
  default void anUnknownAccountIsNotErased() {
    var accounts = accounts();
    var sample = new AccountSample(72);
    var id = sample.id();
    assertThat(accounts.erase(id, sample.act())).isEqualTo(new Erasure.Absent());
    assertThat(accounts.find(id)).isEqualTo(Found.ABSENT);
  }

  @Test
  default void erasingReleasesEmailAndTaxId() {
    var accounts = accounts();
    var sample = new AccountSample(73);
    var owner = given(accounts, sample.opening());
    accounts.erase(owner.id(), sample.act());
    assertThat(accounts.save(sample.opening(owner.profile()))).isEqualTo(Saved.STORED);
  }

  @Test
  default void anErasedAccountCannotChangeAndItsIdStaysTaken() {
    var accounts = accounts();
    var sample = new AccountSample(75);
    var read = given(accounts, sample.opening());
    accounts.erase(read.id(), sample.act());
    assertThat(accounts.save(read.suspend(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(accounts.save(read.at(2).suspend(sample.act()))).isEqualTo(Saved.STALE);
    var heir = Account.open(read.id(), sample.profile(), sample.act());
    assertThat(accounts.save(heir)).isEqualTo(Saved.STALE);
    assertThat(accounts.find(read.id())).isEqualTo(new Found.Erased(read.id()));
  }

  @Test
  default void erasingDoesNotAffectOtherAccounts() {
    var accounts = accounts();
    var sample = new AccountSample(76);
    var bystander = given(accounts, sample.opening());
    accounts.erase(given(accounts, sample.opening()).id(), sample.act());
    assertThat(accounts.find(bystander.id()).present()).contains(bystander);
  }

  @Test
  default void concurrentErasuresReturnOneTime() {
    var accounts = accounts();
    var sample = new AccountSample(77);
    var account = given(accounts, sample.opening());
    var acts = IntStream.range(0, 16).mapToObj(i -> sample.act()).toList();
    var ends = together(acts.size(), i -> accounts.erase(account.id(), acts.get(i)));
    assertThat(ends).containsOnly(ends.get(0));
    assertThat(acts)
        .extracting(act -> new Erasure.Done(act.at()))
        .contains((Erasure.Done) ends.get(0));
  }

  @Test
  default void aChangeDuringAnErasureRestoresNothing() {
    var accounts = accounts();
    var sample = new AccountSample(78);
    var reads = new ArrayList<Account>();
    for (var i = 0; i < 16; i++) {
      reads.add(given(accounts, sample.opening()));
    }
    var changes = reads.stream().map(read -> read.amend(sample.profile(), sample.act())).toList();
    var act = sample.act();
    together(
        32,
        i ->
            i % 2 == 0
                ? accounts.save(changes.get(i / 2))
                : accounts.erase(reads.get(i / 2).id(), act));
    assertThat(reads)
        .allSatisfy(
            read -> assertThat(accounts.find(read.id())).isEqualTo(new Found.Erased(read.id())));
  }
}
