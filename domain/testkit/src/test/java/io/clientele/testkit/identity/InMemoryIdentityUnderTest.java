package io.clientele.testkit.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.identity.InMemoryApiKeys;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryRevocations;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.testkit.kernel.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The in-memory identity ports, with the existing accounts and the recorded changes. */
public class InMemoryIdentityUnderTest implements IdentityUnderTest {
  private final Set<AccountId> accounts = new HashSet<>();
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final Sample sample = new Sample(99);

  @Override
  public IdentityPorts identity() {
    var operators = new InMemoryOperators(changes);
    var sessions = new InMemorySessions(operators, changes);
    var keys = new InMemoryApiKeys(accounts::contains, changes);
    return new IdentityPorts(
        operators, sessions, keys, new InMemoryRevocations(operators, sessions, keys));
  }

  @Override
  public IdentityPorts unreachableIdentity() {
    var operators = new InMemoryOperators();
    var sessions = new InMemorySessions(operators);
    var keys = new InMemoryApiKeys(accounts::contains);
    operators.startOutage();
    sessions.startOutage();
    keys.startOutage();
    return new IdentityPorts(
        operators, sessions, keys, new InMemoryRevocations(operators, sessions, keys));
  }

  @Override
  public AccountId account() {
    var account = sample.id();
    accounts.add(account);
    return account;
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
