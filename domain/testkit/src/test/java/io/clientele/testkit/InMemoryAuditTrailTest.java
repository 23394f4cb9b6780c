package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditTrail;

class InMemoryAuditTrailTest implements AuditTrailContract, AuditChainContract {
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

  @Override
  public AuditTrail auditTrail() {
    return trail;
  }

  @Override
  public AuditTrail auditTrailAway() {
    return away();
  }

  @Override
  public AuditChain auditChain() {
    return trail;
  }

  @Override
  public AuditTrail chained() {
    return trail;
  }

  @Override
  public AuditChain auditChainAway() {
    return away();
  }

  @Override
  public void forget(AccountId account) {
    trail.forget(account);
  }

  private static InMemoryAuditTrail away() {
    var away = new InMemoryAuditTrail();
    away.goAway();
    return away;
  }
}
