package io.clientele.testkit.account.erasure;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.testkit.account.AccountSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class InMemoryAccountVetoesTest implements AccountVetoesContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public Accounts accounts(Function<AccountId, Optional<Change.Veto>> veto) {
    changes.addVeto((account, by) -> veto.apply(account));
    return new InMemoryAccounts(id -> 0, changes);
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Test
  void anErasureRunsTheErasersOnce() {
    var erased = new ArrayList<AccountId>();
    changes.addEraser((account, by) -> erased.add(account));
    var accounts = new InMemoryAccounts(id -> 0, changes);
    var sample = new AccountSample(1);
    var opening = sample.opening();
    accounts.save(opening);
    var account = opening.state();
    accounts.erase(account.id(), sample.act());
    accounts.erase(account.id(), sample.act());
    Assertions.assertThat(erased).containsExactly(account.id());
  }
}
