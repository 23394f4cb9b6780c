package io.clientele.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A verification of the whole chain continues from its checkpoint. Implement this contract in the
 * test of your {@link AuditChain}, next to {@link AuditChainContract}.
 */
public interface AuditCheckpointContract {
  /** A fresh, empty chain without checkpoints. */
  AuditChain auditChain();

  /** The trail that the chain of {@link #auditChain} chains. */
  AuditTrail chained();

  /** Stores a checkpoint that no verification reached. */
  void plant(VerificationCheckpoint checkpoint);

  /** A chain of an unreachable server. A call must end within seconds. */
  AuditChain unreachableAuditChain();

  @Test
  default void aVerificationOfTheWholeChainContinuesFromItsCheckpoint() {
    var chain = auditChain();
    blocks(chain, new Sample(9), 5);
    var now = Sample.BEGINNING;
    var reached = VerificationCheckpoint.beginning(now);
    assertThat(chain.checkpoint()).isEmpty();
    for (var verified : List.of(2, 4)) {
      reached = step(chain, reached, now.plusSeconds(verified));
      assertThat(reached.head().number()).isEqualTo((long) verified);
      assertThat(reached.entries()).isEqualTo((long) verified);
      assertThat(chain.checkpoint()).contains(reached);
      assertThat(chain.completed()).isEmpty();
    }
    reached = step(chain, reached, now.plusSeconds(9));
    assertThat(reached)
        .isEqualTo(new VerificationCheckpoint(now, chain.head(), 5, now.plusSeconds(9), true));
    assertThat(chain.completed()).contains(reached);
    step(chain, VerificationCheckpoint.beginning(now.plusSeconds(10)), now.plusSeconds(10));
    assertThat(chain.completed()).contains(reached);
    assertThat(chain.checkpoint()).isNotEqualTo(chain.completed());
  }

  @Test
  default void aVerificationOfAnEmptyChainIsCompleteAtOnce() {
    var chain = auditChain();
    var beginning = VerificationCheckpoint.beginning(Sample.BEGINNING);
    assertThat(step(chain, beginning, Sample.BEGINNING).isEnd()).isTrue();
    blocks(chain, new Sample(10), 1);
    assertThat(step(chain, beginning, Sample.BEGINNING).entries()).isEqualTo(1);
  }

  @Test
  default void aVerificationContinuesOnlyFromAHeadOfTheChain() {
    var chain = auditChain();
    blocks(chain, new Sample(11), 3);
    var now = Sample.BEGINNING;
    for (var head : List.of(foreign(1), foreign(7))) {
      var from = new VerificationCheckpoint(now, head, 1, now, false);
      var step = chain.verifyAfter(from, 2, now, List.of());
      assertThat(step.reached()).isEqualTo(from);
      assertThat(step.broken()).isNotNull();
      var known = chain.verifyAfter(VerificationCheckpoint.beginning(now), 2, now, List.of(head));
      assertThat(known.broken()).isEqualTo(step.broken());
    }
    assertThat(chain.checkpoint()).isEmpty();
  }

  @Test
  default void aCheckpointThatTheChainLacksIsReported() {
    var chain = auditChain();
    blocks(chain, new Sample(12), 3);
    var now = Sample.BEGINNING;
    step(chain, VerificationCheckpoint.beginning(now), now);
    assertThat(verified(chain).isIntact()).isTrue();
    plant(new VerificationCheckpoint(now, foreign(2), 2, now, false));
    assertThat(verified(chain).broken())
        .satisfies(broken -> assertThat(broken.fault()).isEqualTo(Fault.BLOCK_CHANGED))
        .satisfies(broken -> assertThat(broken.block()).isEqualTo(2));
    var whole = chain.verifyAfter(VerificationCheckpoint.beginning(now), 9, now, List.of());
    assertThat(whole.broken()).isEqualTo(verified(chain).broken());
  }

  @Test
  default void unreachableCheckpointsAreUnavailable() {
    var away = unreachableAuditChain();
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            away::checkpoint,
            away::completed,
            () ->
                step(away, VerificationCheckpoint.beginning(Sample.BEGINNING), Sample.BEGINNING)));
  }

  private void blocks(AuditChain chain, Sample sample, int count) {
    for (var i = 0; i < count; i++) {
      chained().append(new AuditEntry(sample.act(), "account.opened", null, null, List.of()));
      chain.chain();
    }
  }

  private static ChainHead foreign(long number) {
    return new ChainHead(number, new Sha256Hash("f".repeat(64)));
  }

  /** Returns a checkpoint two blocks later. */
  private static VerificationCheckpoint step(
      AuditChain chain, VerificationCheckpoint from, Instant now) {
    var step = chain.verifyAfter(from, 2, now, List.of());
    assertThat(step.broken()).isNull();
    return step.reached();
  }

  private static VerificationResult verified(AuditChain chain) {
    return chain.verify(new AuditTimeRange(Sample.BEGINNING, null), List.of());
  }
}
