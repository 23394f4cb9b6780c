package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.Checkpoint;

class InMemoryAuditTrailTest
    implements AuditTrailContract, AuditChainContract, AuditCheckpointContract {
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

  @Override
  public void plant(Checkpoint checkpoint) {
    trail.plant(checkpoint);
  }

  private static InMemoryAuditTrail away() {
    var away = new InMemoryAuditTrail();
    away.goAway();
    return away;
  }
}
