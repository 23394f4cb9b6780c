package io.clientele.testkit.audit;

import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.kernel.AccountId;
import io.clientele.inmemory.audit.InMemoryAuditTrail;

class InMemoryAuditTrailTest
    implements AuditTrailContract, AuditChainContract, AuditCheckpointContract {
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

  @Override
  public AuditTrail auditTrail() {
    return trail;
  }

  @Override
  public AuditTrail unreachableAuditTrail() {
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
  public AuditChain unreachableAuditChain() {
    return away();
  }

  @Override
  public void forget(AccountId account) {
    trail.forget(account);
  }

  @Override
  public void plant(VerificationCheckpoint checkpoint) {
    trail.plant(checkpoint);
  }

  private static InMemoryAuditTrail away() {
    var away = new InMemoryAuditTrail();
    away.startOutage();
    return away;
  }
}
