package io.clientele.testkit.audit;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every entry is chained once, and a known head that the chain lacks is found. Implement this
 * contract in the test of your {@link AuditChain}, as {@link AccountsContract} shows. Test in your
 * own way that changes behind its back are found.
 */
public interface AuditChainContract {
  /** A fresh, empty chain. If tests share a server, empty its tables. */
  AuditChain auditChain();

  /** The trail that the chain of {@link #auditChain} chains. */
  AuditTrail chained();

  /** Makes the personal data in the entries of this account unreadable, permanently. */
  void forget(AccountId account);

  /** A chain of an unreachable server. A call must end within seconds. */
  AuditChain unreachableAuditChain();

  @Test
  default void anEmptyChainIsIntact() {
    var chain = auditChain();
    assertThat(chain.chain().entries()).isZero();
    assertThat(chain.head()).isEqualTo(ChainHead.NONE);
    assertThat(verified(chain)).isEqualTo(new VerificationResult(0, 0, null));
  }

  @Test
  default void anEntryIsChainedOnce() {
    var chain = auditChain();
    append(new AccountSample(1), 3);
    assertThat(verified(chain)).isEqualTo(new VerificationResult(0, 3, null));
    assertThat(chain.chain().entries()).isEqualTo(3);
    assertThat(chain.chain().entries()).isZero();
    assertThat(chain.head().number()).isEqualTo(1);
    assertThat(verified(chain)).isEqualTo(new VerificationResult(3, 0, null));
  }

  @Test
  default void everyBlockNamesThePreviousOne() {
    var chain = auditChain();
    var sample = new AccountSample(2);
    append(sample, 1);
    chain.chain();
    var first = chain.head();
    append(sample, 1);
    chain.chain();
    var second = chain.head();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(List.of(ChainHead.NONE, first, second)).allMatch(chain::holds);
    assertThat(chain.holds(new ChainHead(1, second.hash()))).isFalse();
    assertThat(chain.holds(new ChainHead(3, second.hash()))).isFalse();
  }

  @Test
  default void aBlockIsBounded() {
    var chain = auditChain();
    append(new AccountSample(3), ChainBlock.ENTRIES_MAX + 1);
    assertThat(chain.chain().entries()).isEqualTo(ChainBlock.ENTRIES_MAX);
    assertThat(chain.chain().entries()).isEqualTo(1);
    assertThat(verified(chain).entries()).isEqualTo(ChainBlock.ENTRIES_MAX + 1);
  }

  @Test
  default void aTimeRangeCountsItsOwnEntries() {
    var chain = auditChain();
    var sample = new AccountSample(4);
    var before = sample.act().at();
    append(sample, 2);
    chain.chain();
    var from = sample.act().at();
    append(sample, 3);
    chain.chain();
    var to = sample.act().at();
    append(sample, 5);
    assertThat(chain.verify(new AuditTimeRange(before, from), List.of()).entries()).isEqualTo(2);
    assertThat(chain.verify(new AuditTimeRange(from, to), List.of()))
        .isEqualTo(new VerificationResult(3, 0, null));
    assertThat(chain.verify(new AuditTimeRange(to, null), List.of()))
        .isEqualTo(new VerificationResult(0, 5, null));
  }

  @Test
  default void anUnknownHeadIsReported() {
    var chain = auditChain();
    append(new AccountSample(5), 2);
    chain.chain();
    var head = chain.head();
    var foreign = new ChainHead(1, new Sha256Hash("f".repeat(64)));
    assertThat(verified(chain, head).isIntact()).isTrue();
    assertThat(verified(chain, head, foreign).broken())
        .satisfies(broken -> assertThat(broken.fault()).isEqualTo(Fault.BLOCK_CHANGED))
        .satisfies(broken -> assertThat(broken.entry()).isNotNull());
  }

  @Test
  default void aChainThatEndsBeforeAKnownHeadIsReported() {
    var chain = auditChain();
    append(new AccountSample(6), 2);
    chain.chain();
    var later = new ChainHead(2, new Sha256Hash("f".repeat(64)));
    assertThat(verified(chain, later).broken())
        .isEqualTo(new VerificationResult.Break(Fault.END_MISSING, 2L, null, null));
  }

  @Test
  default void erasedEntriesCanBeVerified() {
    var chain = auditChain();
    var sample = new AccountSample(7);
    var opening = sample.opening();
    var account = opening.state().id();
    AuditEntry.of(opening, account).forEach(chained()::append);
    chained().append(new AuditEntry(sample.act(), "account.erased", account, null, List.of()));
    chain.chain();
    var head = chain.head();
    forget(account);
    assertThat(verified(chain, head)).isEqualTo(new VerificationResult(2, 0, null));
  }

  @Test
  default void concurrentCallersChainEachEntryOnce() {
    var chain = auditChain();
    append(new AccountSample(8), 64);
    var chained = together(16, i -> chain.chain().entries());
    assertThat(chained.stream().mapToInt(Integer::intValue).sum()).isEqualTo(64);
    assertThat(verified(chain)).isEqualTo(new VerificationResult(64, 0, null));
  }

  @Test
  default void anUnreachableChainIsUnavailableAndNotIntact() {
    var away = unreachableAuditChain();
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            away::chain,
            away::head,
            () -> away.holds(new ChainHead(1, Sha256Hash.NONE)),
            () -> verified(away)));
  }

  private void append(AccountSample sample, int count) {
    IntStream.range(0, count)
        .mapToObj(i -> new AuditEntry(sample.act(), "account.opened", null, null, List.of()))
        .forEach(chained()::append);
  }

  private static VerificationResult verified(AuditChain chain, ChainHead... known) {
    return chain.verify(new AuditTimeRange(Sample.BEGINNING, null), List.of(known));
  }
}
