package io.clientele.testkit.identity;

import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryPreferences;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.List;

class InMemoryPreferencesTest implements PreferenceStoreContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public Store store() {
    var operators = new InMemoryOperators(changes);
    return new Store(operators, new InMemoryPreferences(operators, changes));
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public PreferenceStore away() {
    var away = new InMemoryPreferences(new InMemoryOperators(changes), changes);
    away.startOutage();
    return away;
  }
}
