package io.clientele.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.audit.InMemoryAuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyWholeAuditTrailTest {
  private static final ChainHead FOREIGN = new ChainHead(1, new Sha256Hash("f".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private ChainHead elsewhere = ChainHead.NONE;

  @Test
  void aCompleteVerificationIsRepeatedAfterADayByAnyInstance() {
    append();
    assertThat(instance().verify().age()).isZero();

    append();
    pass(Duration.ofHours(23));
    assertThat(instance().verify().age()).isEqualTo(Duration.ofHours(23));
    assertThat(verified()).isEqualTo(1);

    pass(Duration.ofHours(1));
    assertThat(instance().verify().age()).isZero();
    assertThat(verified()).isEqualTo(2);
  }

  @Test
  void aVerificationContinuesFromItsCheckpointAfterARestart() {
    for (var i = 0; i < 3; i++) {
      append();
    }
    var began = now;
    trail.verifyAfter(VerificationCheckpoint.beginning(began), 2, now, List.of());
    pass(Duration.ofDays(27));
    instance().verify();

    assertThat(trail.completed())
        .contains(new VerificationCheckpoint(began, trail.head(), 3, now, true));
  }

  @Test
  void anOldVerificationRestartsAtTheFirstBlock() {
    append();
    append();
    trail.verifyAfter(VerificationCheckpoint.beginning(now), 1, now, List.of());
    pass(Duration.ofDays(28));
    instance().verify();

    assertThat(trail.completed())
        .contains(new VerificationCheckpoint(now, trail.head(), 2, now, true));
  }

  @Test
  void aCheckpointOfALaterTimeIsNotTrusted() {
    append();
    append();
    var later = now.plus(Duration.ofDays(1));
    trail.plant(new VerificationCheckpoint(later, trail.head(), 2, later, false));
    instance().verify();
    assertThat(trail.completed())
        .contains(new VerificationCheckpoint(now, trail.head(), 2, now, true));

    trail.plant(new VerificationCheckpoint(later, trail.head(), 2, later, true));
    assertThat(instance().verify().age()).isZero();
    assertThat(trail.completed())
        .contains(new VerificationCheckpoint(now, trail.head(), 2, now, true));
  }

  @Test
  void aFaultIsCheckedAgainUntilItIsGone() {
    append();
    var instance = instance();
    elsewhere = FOREIGN;
    for (var i = 0; i < 2; i++) {
      var found = instance.verify();
      assertThat(found.broken()).isNotNull();
      assertThat(found.broken().fault()).isEqualTo(Fault.BLOCK_CHANGED);
      assertThat(found.age()).isNull();
    }
    elsewhere = ChainHead.NONE;
    instance().verify();
    pass(Duration.ofHours(1));
    assertThat(instance.verify().broken()).isNull();
    assertThat(trail.completed().map(VerificationCheckpoint::verifiedAt)).contains(now);
  }

  @Test
  void anUnreadableChainIsNotIntact() {
    trail.startOutage();
    assertThatThrownBy(() -> instance().verify()).isInstanceOf(PortUnavailable.class);
  }

  private VerifyWholeAuditTrail instance() {
    return new VerifyWholeAuditTrail(trail, new KnownChainHeads(new Elsewhere()), () -> now);
  }

  private final class Elsewhere implements ChainHeadStore {
    @Override
    public ChainHead newest() {
      return elsewhere;
    }

    @Override
    public void publish(ChainHead head) {
      elsewhere = head;
    }
  }

  private long verified() {
    return trail.completed().orElseThrow().head().number();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private void append() {
    trail.append(
        new AuditEntry(new Provenance("operator:1", now), "account.opened", null, null, List.of()));
    trail.chain();
  }
}
