package io.clientele.testkit.account.erasure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.account.InMemoryAccounts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The contract is red for a store that asks no veto, and for one that asks about any account. */
class BrokenVetoesTest {
  /** Stores without asking. */
  private static final class Careless implements AccountVetoesContract {
    private final InMemoryAccounts accounts = new InMemoryAccounts();

    @Override
    public Accounts accounts(Function<AccountId, Optional<Change.Veto>> veto) {
      return accounts;
    }

    @Override
    public List<AuditEntry> audit() {
      return accounts.changes().entries();
    }
  }

  /** Refuses each change of each account that the veto names. */
  private static final class Strict implements AccountVetoesContract {
    private final InMemoryAccounts right = new InMemoryAccounts();

    @Override
    public Accounts accounts(Function<AccountId, Optional<Change.Veto>> veto) {
      return new AskingAlways(right, veto);
    }

    @Override
    public List<AuditEntry> audit() {
      return right.changes().entries();
    }
  }

  private record AskingAlways(Accounts right, Function<AccountId, Optional<Change.Veto>> veto)
      implements Accounts {
    @Override
    public Found find(AccountId id) {
      return right.find(id);
    }

    @Override
    public Saved save(Change<Account> change) {
      var isNew = change.state().version() == 0;
      var refused = veto.apply(change.state().id());
      return isNew || refused.isEmpty() ? right.save(change) : new Saved.Vetoed(refused.get());
    }

    @Override
    public Erasure erase(AccountId id, Provenance act) {
      var refused = veto.apply(id);
      return refused.isEmpty() ? right.erase(id, act) : new Erasure.Vetoed(refused.get());
    }
  }

  @Test
  void aStoreThatAsksNoVetoFailsTheContract() {
    assertRed(() -> new Careless().aVetoKeepsAnAccountOpen());
    assertRed(() -> new Careless().aVetoKeepsTheDataOfAnAccount());
  }

  @Test
  void aStoreThatAsksForOtherChangesAndAbsentAccountsFailsTheContract() {
    assertRed(() -> new Strict().otherChangesAskNoVeto());
    assertRed(() -> new Strict().erasedAndUnknownAccountsAskNoVeto());
    assertRed(() -> new Strict().aSecondClosingIsStaleAndNotVetoed());
  }

  private static void assertRed(Runnable test) {
    assertThatThrownBy(test::run).isInstanceOf(AssertionError.class);
  }
}
