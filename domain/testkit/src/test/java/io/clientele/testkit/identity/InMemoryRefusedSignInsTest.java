package io.clientele.testkit.identity;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.List;

class InMemoryRefusedSignInsTest implements RefusedSignInsContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public RefusedSignIns refusedSignIns() {
    return new InMemoryRefusedSignIns(changes);
  }

  @Override
  public List<AuditEntry> appended() {
    return changes.entries();
  }

  @Override
  public RefusedSignIns unreachableRefusedSignIns() {
    var away = new InMemoryRefusedSignIns(changes);
    away.startOutage();
    return away;
  }
}
