package io.clientele.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.Act;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Fault;
import io.clientele.testkit.InMemoryAuditTrail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchAuditTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Head ELSEWHERE = new Head(9, new Hash("e".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

  @Test
  void itLooksOverSoLongAgoAndNotBefore() {
    append(NOW.minus(HOUR).minusMillis(1));
    append(NOW.minus(HOUR));
    append(NOW.minusSeconds(1));
    trail.chain();
    append(NOW);

    assertThat(watch(null).watch(HOUR)).isEqualTo(new Verification(2, 1, null));
    assertThat(watch(null).watch(HOUR.plusMillis(1))).isEqualTo(new Verification(3, 1, null));
  }

  @Test
  void aHeadThatOthersKnowAndTheChainDoesNotIsFound() {
    append(NOW);
    trail.chain();

    assertThat(watch(() -> trail.head()).watch(HOUR).isIntact()).isTrue();
    assertThat(fault(watch(() -> ELSEWHERE))).isEqualTo(Fault.END_MISSING);
  }

  @Test
  void aHeadThatThisProcessSawIsRememberedWhileTheSharedMemoryIsAway() {
    Shared away =
        () -> {
          throw new PortUnavailable("heads", new IOException("away"));
        };
    var known = new KnownHeads(away);
    var watch = new WatchAudit(trail, known, () -> NOW);
    assertThat(watch.watch(HOUR).isIntact()).isTrue();

    known.saw(ELSEWHERE);
    assertThat(fault(watch)).isEqualTo(Fault.END_MISSING);
  }

  @Test
  void whatCannotBeReadIsNotTakenForIntact() {
    trail.goAway();

    assertThatThrownBy(() -> watch(null).watch(HOUR)).isInstanceOf(PortUnavailable.class);
  }

  /** What others know, and never learn. */
  private interface Shared extends AuditHeads {
    @Override
    default void publish(Head head) {
      newest();
    }
  }

  private WatchAudit watch(Shared heads) {
    return new WatchAudit(trail, new KnownHeads(heads), () -> NOW);
  }

  private static Fault fault(WatchAudit watch) {
    var broken = watch.watch(HOUR).broken();
    assertThat(broken).isNotNull();
    return broken.fault();
  }

  private void append(Instant at) {
    trail.append(
        new AuditEntry(new Act("operator:1", at), "account.opened", null, null, List.of()));
  }
}
