package com.acme.store;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountDirectoryContract;
import io.clientele.testkit.account.AccountsContract;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class MapAccountsTest implements AccountsContract, AccountDirectoryContract {
  private final Map<AccountId, Long> persisted = new HashMap<>();

  private MapAccounts accounts;

  @Override
  public Accounts accounts() {
    accounts = new MapAccounts(new HashMap<>(), id -> persisted.getOrDefault(id, 0L));
    return accounts;
  }

  @Override
  public List<AuditEntry> audit() {
    return accounts.audit();
  }

  @Override
  public List<PublishedEvent> published() {
    return accounts.published();
  }

  @Override
  public AccountDirectory directory() {
    return accounts;
  }

  @Override
  public AccountDirectory unreachableDirectory() {
    return new MapAccounts(new MapAway(), id -> 0);
  }

  @Override
  public Accounts unreachableAccounts() {
    return new MapAccounts(new MapAway(), id -> 0);
  }

  @Override
  public void persist(Map<AccountId, Long> views) {
    persisted.clear();
    persisted.putAll(views);
  }

  private static final class MapAway extends AbstractMap<AccountId, Account> {
    @Override
    public Set<Entry<AccountId, Account>> entrySet() {
      throw new IllegalStateException("the map is unreachable");
    }
  }
}
