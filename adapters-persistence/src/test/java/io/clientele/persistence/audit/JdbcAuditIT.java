package io.clientele.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.audit.AuditChainContract;
import io.clientele.testkit.audit.AuditCheckpointContract;
import io.clientele.testkit.audit.AuditTrailContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcAuditIT implements AuditTrailContract, AuditChainContract, AuditCheckpointContract {
  private final Database database = postgres().emptied();
  private final AuditTrail trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
  private final AuditChain chain = new JdbcAuditChain(database);

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public AuditTrail auditTrail() {
    return trail;
  }

  @Override
  public AuditTrail unreachableAuditTrail() {
    return new JdbcAuditTrail(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Override
  public AuditChain auditChain() {
    return chain;
  }

  @Override
  public AuditTrail chained() {
    return trail;
  }

  @Override
  public AuditChain unreachableAuditChain() {
    return new JdbcAuditChain(TestPostgres.away());
  }

  @Override
  public void forget(AccountId account) {
    TestPostgres.forget(database, account);
  }

  @Override
  public void plant(VerificationCheckpoint checkpoint) {
    CheckpointRows.add(database.work(), checkpoint);
  }

  @Test
  void anEntryOfAnyTimeHasAPartition() {
    var sample = new AccountSample(1);
    for (var at :
        List.of("1999-12-31T23:59:59Z", "2026-11-30T23:59:59.999999Z", "2199-01-01T00:00:00Z")) {
      var act = sample.act(Instant.parse(at));
      trail.append(new AuditEntry(act, "account.opened", null, null, List.of()));
    }
    assertThat(trail.page(new AuditQuery(AuditQuery.Filter.ALL, null, 10)).entries()).hasSize(3);
  }

  @Test
  void anUnconfiguredKeyIsABugAndNotAnEmptyEntry() {
    var opening = new AccountSample(2).opening();
    AuditEntry.of(opening, opening.state().id()).forEach(trail::append);
    var otherKeys = new ChangeStore(DataKeys.parse(DataKeys.fresh()));
    var stranger = new JdbcAuditTrail(database, otherKeys);
    assertThatThrownBy(() -> stranger.page(new AuditQuery(AuditQuery.Filter.ALL, null, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not configured");
  }

  @Test
  void withoutDataKeysNothingIsStoredInClear() {
    var opening = new AccountSample(3).opening();
    var keyless = new ChangeStore(new DataKeys(List.of()));
    var entry = AuditEntry.of(opening, opening.state().id()).getFirst();
    assertThatThrownBy(() -> new JdbcAuditTrail(database, keyless).append(entry))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(PortUnavailable.class);
  }
}
