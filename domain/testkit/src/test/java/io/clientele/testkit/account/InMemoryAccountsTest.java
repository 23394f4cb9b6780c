package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryAccountsTest implements AccountsContract, AccountDirectoryContract {
  private final Map<AccountId, Long> views = new HashMap<>();
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public Accounts accounts() {
    views.clear();
    accounts = new InMemoryAccounts(id -> views.getOrDefault(id, 0L), changes);
    return accounts;
  }

  @Override
  public AccountDirectory directory() {
    return accounts;
  }

  @Override
  public AccountDirectory unreachableDirectory() {
    return unreachableAccounts();
  }

  @Override
  public InMemoryAccounts unreachableAccounts() {
    var accounts = new InMemoryAccounts();
    accounts.startOutage();
    return accounts;
  }

  @Override
  public void persist(Map<AccountId, Long> persisted) {
    views.putAll(persisted);
  }

  @Test
  void totalsAreExactToTenThousand() {
    var accounts = accounts();
    var sample = new AccountSample(1);
    var query = new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 1, true);
    for (var i = 0; i < Total.EXACT_MAX; i++) {
      accounts.save(sample.opening(sample.named("One Of Many")));
    }
    assertThat(directory().list(query).total()).isEqualTo(new Total(Total.EXACT_MAX, true));
    given(accounts, sample.opening());
    assertThat(directory().list(query).total()).isEqualTo(new Total(Total.EXACT_MAX, false));
  }

  @Test
  void storedDataSurviveAnOutage() {
    var accounts = new InMemoryAccounts();
    var stored = given(accounts, new AccountSample(2).opening());
    accounts.startOutage();
    accounts.endOutage();
    assertThat(accounts.find(stored.id()).present()).contains(stored);
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public List<PublishedEvent> published() {
    return changes.published();
  }
}
