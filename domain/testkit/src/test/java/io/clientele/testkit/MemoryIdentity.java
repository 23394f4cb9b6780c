package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whoever may come in, in memory, with the accounts that there are and what was told. */
class MemoryIdentity implements IdentityUnderTest {
  private final Set<AccountId> accounts = new HashSet<>();
  private final List<AuditEntry> told = new ArrayList<>();
  private final Sample sample = new Sample(99);

  @Override
  public Identity identity() {
    var operators = new InMemoryOperators(told::add);
    var sessions = new InMemorySessions(operators, told::add);
    var keys = new InMemoryApiKeys(accounts::contains, told::add);
    return new Identity(
        operators, sessions, keys, new InMemoryWithdrawals(operators, sessions, keys));
  }

  @Override
  public Identity identityAway() {
    var operators = new InMemoryOperators();
    var sessions = new InMemorySessions(operators);
    var keys = new InMemoryApiKeys(accounts::contains);
    operators.goAway();
    sessions.goAway();
    keys.goAway();
    return new Identity(
        operators, sessions, keys, new InMemoryWithdrawals(operators, sessions, keys));
  }

  @Override
  public AccountId account() {
    var account = sample.id();
    accounts.add(account);
    return account;
  }

  @Override
  public List<String> told() {
    return told.stream().map(entry -> entry.action() + " " + entry.subject()).toList();
  }
}
