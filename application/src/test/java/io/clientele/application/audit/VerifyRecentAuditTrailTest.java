package io.clientele.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.audit.InMemoryAuditTrail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyRecentAuditTrailTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ChainHead ELSEWHERE = new ChainHead(9, new Sha256Hash("e".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

  @Test
  void onlyTheGivenTimeIsVerified() {
    append(NOW.minus(HOUR).minusMillis(1));
    append(NOW.minus(HOUR));
    append(NOW.minusSeconds(1));
    trail.chain();
    append(NOW);

    assertThat(watch(null).verify(HOUR)).isEqualTo(new VerificationResult(2, 1, null));
    assertThat(watch(null).verify(HOUR.plusMillis(1)))
        .isEqualTo(new VerificationResult(3, 1, null));
  }

  @Test
  void aSharedHeadThatTheChainLacksIsReported() {
    append(NOW);
    trail.chain();

    assertThat(watch(() -> trail.head()).verify(HOUR).isIntact()).isTrue();
    assertThat(fault(watch(() -> ELSEWHERE))).isEqualTo(Fault.END_MISSING);
  }

  @Test
  void aSeenHeadIsRememberedDuringAnOutageOfTheSharedStore() {
    Shared away =
        () -> {
          throw new PortUnavailable("heads", new IOException("away"));
        };
    var known = new KnownChainHeads(away);
    var watch = new VerifyRecentAuditTrail(trail, known, () -> NOW);
    assertThat(watch.verify(HOUR).isIntact()).isTrue();

    known.saw(ELSEWHERE);
    assertThat(fault(watch)).isEqualTo(Fault.END_MISSING);
  }

  @Test
  void anUnreadableChainIsNotIntact() {
    trail.startOutage();

    assertThatThrownBy(() -> watch(null).verify(HOUR)).isInstanceOf(PortUnavailable.class);
  }

  /** A store of fixed heads, which ignores new ones. */
  private interface Shared extends ChainHeadStore {
    @Override
    default void publish(ChainHead head) {
      newest();
    }
  }

  private VerifyRecentAuditTrail watch(Shared heads) {
    return new VerifyRecentAuditTrail(trail, new KnownChainHeads(heads), () -> NOW);
  }

  private static Fault fault(VerifyRecentAuditTrail watch) {
    var broken = watch.verify(HOUR).broken();
    assertThat(broken).isNotNull();
    return broken.fault();
  }

  private void append(Instant at) {
    trail.append(
        new AuditEntry(new Provenance("operator:1", at), "account.opened", null, null, List.of()));
  }
}
