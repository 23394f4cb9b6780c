package io.clientele.testkit;

import static io.clientele.testkit.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.Block;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditChain} must do. Implement it in the test of your own, as {@link
 * AccountsContract} shows. That it finds what was done behind its back is left to tests of your
 * own, which know how.
 */
public interface AuditChainContract {
  /** A fresh, empty chain. Where tests share a server: its tables emptied. */
  AuditChain auditChain();

  /** The trail that the chain of {@link #auditChain} chains. */
  AuditTrail chained();

  /** Makes what the trail says of this account unreadable, for good. */
  void forget(AccountId account);

  /** A chain whose server cannot be reached. A call must end within seconds. */
  AuditChain auditChainAway();

  @Test
  default void aChainOfNothingIsIntact() {
    var chain = auditChain();
    assertThat(chain.chain()).isZero();
    assertThat(chain.head()).isEqualTo(Head.NONE);
    assertThat(verified(chain)).isEqualTo(new Verification(0, 0, null));
  }

  @Test
  default void anEntryIsChainedOnce() {
    var chain = auditChain();
    append(new Sample(1), 3);
    assertThat(verified(chain)).isEqualTo(new Verification(0, 3, null));
    assertThat(chain.chain()).isEqualTo(3);
    assertThat(chain.chain()).isZero();
    assertThat(chain.head().number()).isEqualTo(1);
    assertThat(verified(chain)).isEqualTo(new Verification(3, 0, null));
  }

  @Test
  default void everyBlockGoesOnFromTheOneBefore() {
    var chain = auditChain();
    var sample = new Sample(2);
    append(sample, 1);
    chain.chain();
    var first = chain.head();
    append(sample, 1);
    chain.chain();
    var second = chain.head();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(List.of(Head.NONE, first, second)).allMatch(chain::holds);
    assertThat(chain.holds(new Head(1, second.hash()))).isFalse();
    assertThat(chain.holds(new Head(3, second.hash()))).isFalse();
  }

  @Test
  default void aBlockIsBounded() {
    var chain = auditChain();
    append(new Sample(3), Block.ENTRIES_MAX + 1);
    assertThat(chain.chain()).isEqualTo(Block.ENTRIES_MAX);
    assertThat(chain.chain()).isEqualTo(1);
    assertThat(verified(chain).entries()).isEqualTo(Block.ENTRIES_MAX + 1);
  }

  @Test
  default void aSpanCountsItsOwnEntries() {
    var chain = auditChain();
    var sample = new Sample(4);
    var before = sample.act().at();
    append(sample, 2);
    chain.chain();
    var from = sample.act().at();
    append(sample, 3);
    chain.chain();
    var to = sample.act().at();
    append(sample, 5);
    assertThat(chain.verify(new AuditSpan(before, from), List.of()).entries()).isEqualTo(2);
    assertThat(chain.verify(new AuditSpan(from, to), List.of()))
        .isEqualTo(new Verification(3, 0, null));
    assertThat(chain.verify(new AuditSpan(to, null), List.of()))
        .isEqualTo(new Verification(0, 5, null));
  }

  @Test
  default void aHeadThatTheChainNeverHadIsFound() {
    var chain = auditChain();
    append(new Sample(5), 2);
    chain.chain();
    var head = chain.head();
    var foreign = new Head(1, new Hash("f".repeat(64)));
    assertThat(verified(chain, head).isIntact()).isTrue();
    assertThat(verified(chain, head, foreign).broken())
        .satisfies(broken -> assertThat(broken.fault()).isEqualTo(Fault.BLOCK_CHANGED))
        .satisfies(broken -> assertThat(broken.entry()).isNotNull());
  }

  @Test
  default void aChainThatEndsBeforeAKnownHeadIsFound() {
    var chain = auditChain();
    append(new Sample(6), 2);
    chain.chain();
    var later = new Head(2, new Hash("f".repeat(64)));
    assertThat(verified(chain, later).broken())
        .isEqualTo(new Verification.Break(Fault.END_MISSING, 2L, null, null));
  }

  @Test
  default void whatIsForgottenIsVerifiedAllTheSame() {
    var chain = auditChain();
    var sample = new Sample(7);
    var opening = sample.opening();
    var account = opening.state().id();
    AuditEntry.of(opening, account).forEach(chained()::append);
    chained().append(new AuditEntry(sample.act(), "account.erased", account, null, List.of()));
    chain.chain();
    var head = chain.head();
    forget(account);
    assertThat(verified(chain, head)).isEqualTo(new Verification(2, 0, null));
  }

  @Test
  default void whatManyChainAtOnceIsChainedOnce() {
    var chain = auditChain();
    append(new Sample(8), 64);
    var chained = together(16, i -> chain.chain());
    assertThat(chained.stream().mapToInt(Integer::intValue).sum()).isEqualTo(64);
    assertThat(verified(chain)).isEqualTo(new Verification(64, 0, null));
  }

  @Test
  default void aChainThatIsAwayIsUnavailableAndNotIntact() {
    var away = auditChainAway();
    Away.assertUnavailable(
        List.of(
            away::chain,
            away::head,
            () -> away.holds(new Head(1, Hash.NONE)),
            () -> verified(away)));
  }

  private void append(Sample sample, int count) {
    IntStream.range(0, count)
        .mapToObj(i -> new AuditEntry(sample.act(), "account.opened", null, null, List.of()))
        .forEach(chained()::append);
  }

  private static Verification verified(AuditChain chain, Head... known) {
    return chain.verify(new AuditSpan(Sample.BEGINNING, null), List.of(known));
  }
}
