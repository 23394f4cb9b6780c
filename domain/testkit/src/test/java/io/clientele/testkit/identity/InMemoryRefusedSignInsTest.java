package io.clientele.testkit.identity;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditEntry;
import java.util.ArrayList;
import java.util.List;

class InMemoryRefusedSignInsTest implements RefusedSignInsContract {
  private final List<AuditEntry> trail = new ArrayList<>();

  @Override
  public RefusedSignIns refusedSignIns() {
    return new InMemoryRefusedSignIns(trail::add);
  }

  @Override
  public List<AuditEntry> appended() {
    return trail;
  }

  @Override
  public RefusedSignIns refusedSignInsAway() {
    var away = new InMemoryRefusedSignIns(trail::add);
    away.goAway();
    return away;
  }
}
