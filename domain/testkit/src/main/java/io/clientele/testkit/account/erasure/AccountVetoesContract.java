package io.clientele.testkit.account.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.testkit.account.AccountSample;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A veto of another context prevents the closing and the erasure of an account. Implement this
 * contract in the test of your {@link Accounts}.
 */
public interface AccountVetoesContract {
  /** The veto on the accounts that a test names. */
  Change.Veto VETO = new Change.Veto("books-borrowed", "Return the books first.");

  /** A fresh, empty store that asks this veto. */
  Accounts accounts(Function<AccountId, Optional<Change.Veto>> veto);

  /** All audit entries of that store. */
  List<AuditEntry> audit();

  /** Stores a change without a veto, and returns the stored account. */
  private static Account given(Accounts accounts, Change<Account> change) {
    assertThat(accounts.save(change)).isEqualTo(Saved.STORED);
    return accounts.find(change.state().id()).present().orElseThrow();
  }

  /** A store whose veto refuses these accounts. */
  private Accounts refusing(Set<AccountId> refused) {
    return accounts(id -> refused.contains(id) ? Optional.of(VETO) : Optional.empty());
  }

  @Test
  default void aVetoKeepsAnAccountOpen() {
    var refused = new HashSet<AccountId>();
    var accounts = refusing(refused);
    var sample = new AccountSample(95);
    var account = given(accounts, sample.opening());
    refused.add(account.id());
    var entries = audit();
    assertThat(accounts.save(account.close(sample.act()))).isEqualTo(new Saved.Vetoed(VETO));
    assertThat(accounts.find(account.id()).present()).contains(account);
    assertThat(audit()).isEqualTo(entries);
    refused.clear();
    assertThat(accounts.save(account.close(sample.act()))).isEqualTo(Saved.STORED);
  }

  @Test
  default void aVetoKeepsTheDataOfAnAccount() {
    var refused = new HashSet<AccountId>();
    var accounts = refusing(refused);
    var sample = new AccountSample(96);
    var open = given(accounts, sample.opening());
    var closed = given(accounts, given(accounts, sample.opening()).close(sample.act()));
    refused.addAll(List.of(open.id(), closed.id()));
    var entries = audit();
    for (var account : List.of(open, closed)) {
      assertThat(accounts.erase(account.id(), sample.act())).isEqualTo(new Erasure.Vetoed(VETO));
      assertThat(accounts.find(account.id()).present()).contains(account);
    }
    assertThat(audit()).isEqualTo(entries);
    refused.clear();
    var act = sample.act();
    assertThat(accounts.erase(open.id(), act)).isEqualTo(new Erasure.Done(act.at()));
  }

  @Test
  default void otherChangesAskNoVeto() {
    var accounts = accounts(id -> Optional.of(VETO));
    var sample = new AccountSample(97);
    var account = given(accounts, sample.opening());
    assertThat(accounts.save(account.suspend(sample.act()))).isEqualTo(Saved.STORED);
    assertThat(accounts.save(account.at(2).amend(sample.profile(), sample.act())))
        .isEqualTo(Saved.STORED);
  }

  @Test
  default void erasedAndUnknownAccountsAskNoVeto() {
    var refused = new HashSet<AccountId>();
    var accounts = refusing(refused);
    var sample = new AccountSample(98);
    var erased = given(accounts, sample.opening()).id();
    var first = sample.act();
    accounts.erase(erased, first);
    var absent = sample.id();
    refused.addAll(List.of(erased, absent));
    assertThat(accounts.erase(erased, sample.act())).isEqualTo(new Erasure.Done(first.at()));
    assertThat(accounts.erase(absent, sample.act())).isEqualTo(new Erasure.Absent());
  }

  @Test
  default void aSecondClosingIsStaleAndNotVetoed() {
    var refused = new HashSet<AccountId>();
    var accounts = refusing(refused);
    var sample = new AccountSample(99);
    var account = given(accounts, sample.opening());
    given(accounts, account.close(sample.act()));
    refused.add(account.id());
    assertThat(accounts.save(account.close(sample.act()))).isEqualTo(Saved.STALE);
  }
}
