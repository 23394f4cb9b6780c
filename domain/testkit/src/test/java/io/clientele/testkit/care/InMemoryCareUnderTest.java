package io.clientele.testkit.care;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.care.InMemoryAccountNotes;
import io.clientele.inmemory.care.InMemoryAccountOwnerships;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stores of customer care in memory. */
abstract class InMemoryCareUnderTest implements CareUnderTest {
  private final Sample sample = new Sample(99);
  private final Set<AccountId> accounts = ConcurrentHashMap.newKeySet();
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public Stores stores() {
    var notes = new InMemoryAccountNotes(accounts::contains, changes);
    var ownerships = new InMemoryAccountOwnerships(accounts::contains, changes);
    changes.addEraser(notes);
    changes.addEraser(ownerships);
    return new Stores(notes, ownerships);
  }

  @Override
  public Stores unreachableStores() {
    var notes = new InMemoryAccountNotes(accounts::contains, changes);
    var ownerships = new InMemoryAccountOwnerships(accounts::contains, changes);
    notes.startOutage();
    ownerships.startOutage();
    return new Stores(notes, ownerships);
  }

  @Override
  public AccountId account() {
    var account = sample.id();
    accounts.add(account);
    return account;
  }

  @Override
  public void erase(AccountId account) {
    accounts.remove(account);
    changes.erase(account, sample.act());
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
