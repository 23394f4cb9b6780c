package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.Checkpoint;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditChain} must do with checkpoints. Implement it beside {@link
 * AuditChainContract}.
 */
public interface AuditCheckpointContract {
  /** A fresh, empty chain without checkpoints. */
  AuditChain auditChain();

  /** The trail that the chain of {@link #auditChain} chains. */
  AuditTrail chained();

  /** Stores this checkpoint, though no verification reached it. */
  void plant(Checkpoint checkpoint);

  /** A chain whose server cannot be reached. A call must end within seconds. */
  AuditChain auditChainAway();

  @Test
  default void aVerificationOfTheWholeChainGoesOnFromItsCheckpoint() {
    var chain = auditChain();
    blocks(chain, new Sample(9), 5);
    var now = Sample.BEGINNING;
    var reached = Checkpoint.beginning(now);
    assertThat(chain.checkpoint()).isEmpty();
    for (var verified : List.of(2, 4)) {
      reached = step(chain, reached, now.plusSeconds(verified));
      assertThat(reached.head().number()).isEqualTo((long) verified);
      assertThat(reached.entries()).isEqualTo((long) verified);
      assertThat(chain.checkpoint()).contains(reached);
      assertThat(chain.completed()).isEmpty();
    }
    reached = step(chain, reached, now.plusSeconds(9));
    assertThat(reached).isEqualTo(new Checkpoint(now, chain.head(), 5, now.plusSeconds(9), true));
    assertThat(chain.completed()).contains(reached);
    step(chain, Checkpoint.beginning(now.plusSeconds(10)), now.plusSeconds(10));
    assertThat(chain.completed()).contains(reached);
    assertThat(chain.checkpoint()).isNotEqualTo(chain.completed());
  }

  @Test
  default void aVerificationOfAnEmptyChainIsCompleteAtOnce() {
    var chain = auditChain();
    var beginning = Checkpoint.beginning(Sample.BEGINNING);
    assertThat(step(chain, beginning, Sample.BEGINNING).isEnd()).isTrue();
    blocks(chain, new Sample(10), 1);
    assertThat(step(chain, beginning, Sample.BEGINNING).entries()).isEqualTo(1);
  }

  @Test
  default void aVerificationGoesOnOnlyFromAHeadThatTheChainHolds() {
    var chain = auditChain();
    blocks(chain, new Sample(11), 3);
    var now = Sample.BEGINNING;
    for (var head : List.of(foreign(1), foreign(7))) {
      var from = new Checkpoint(now, head, 1, now, false);
      var step = chain.verifyAfter(from, 2, now, List.of());
      assertThat(step.reached()).isEqualTo(from);
      assertThat(step.broken()).isNotNull();
      var known = chain.verifyAfter(Checkpoint.beginning(now), 2, now, List.of(head));
      assertThat(known.broken()).isEqualTo(step.broken());
    }
    assertThat(chain.checkpoint()).isEmpty();
  }

  @Test
  default void aCheckpointThatTheChainDoesNotHoldIsFound() {
    var chain = auditChain();
    blocks(chain, new Sample(12), 3);
    var now = Sample.BEGINNING;
    step(chain, Checkpoint.beginning(now), now);
    assertThat(verified(chain).isIntact()).isTrue();
    plant(new Checkpoint(now, foreign(2), 2, now, false));
    assertThat(verified(chain).broken())
        .satisfies(broken -> assertThat(broken.fault()).isEqualTo(Fault.BLOCK_CHANGED))
        .satisfies(broken -> assertThat(broken.block()).isEqualTo(2));
    var whole = chain.verifyAfter(Checkpoint.beginning(now), 9, now, List.of());
    assertThat(whole.broken()).isEqualTo(verified(chain).broken());
  }

  @Test
  default void checkpointsThatAreAwayAreUnavailable() {
    var away = auditChainAway();
    Away.assertUnavailable(
        List.of(
            away::checkpoint,
            away::completed,
            () -> step(away, Checkpoint.beginning(Sample.BEGINNING), Sample.BEGINNING)));
  }

  private void blocks(AuditChain chain, Sample sample, int count) {
    for (var i = 0; i < count; i++) {
      chained().append(new AuditEntry(sample.act(), "account.opened", null, null, List.of()));
      chain.chain();
    }
  }

  private static Head foreign(long number) {
    return new Head(number, new Hash("f".repeat(64)));
  }

  /** Two blocks further. */
  private static Checkpoint step(AuditChain chain, Checkpoint from, Instant now) {
    var step = chain.verifyAfter(from, 2, now, List.of());
    assertThat(step.broken()).isNull();
    return step.reached();
  }

  private static Verification verified(AuditChain chain) {
    return chain.verify(new AuditSpan(Sample.BEGINNING, null), List.of());
  }
}
