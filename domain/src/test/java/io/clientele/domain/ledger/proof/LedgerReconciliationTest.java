package io.clientele.domain.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.proof.LedgerReconciliation.AssetSum;
import io.clientele.domain.ledger.proof.LedgerReconciliation.Fault;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerReconciliationTest {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);

  @Test
  void sumsOfZeroBalance() {
    assertThat(found(Set.of(), 0, 0).isBalanced()).isTrue();
    assertThat(found(Set.of()).isBalanced()).isTrue();
  }

  @Test
  void oneSumOtherThanZeroDoesNotBalance() {
    assertThat(found(Set.of(), 0, 1).isBalanced()).isFalse();
    assertThat(found(Set.of(), -1, 0).isBalanced()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anyFaultDoesNotBalance(Fault fault) {
    assertThat(found(Set.of(fault), 0).isBalanced()).isFalse();
  }

  private static LedgerReconciliation found(Set<Fault> faults, long... sums) {
    var all = LongStream.of(sums).mapToObj(sum -> new AssetSum(USD, BigInteger.valueOf(sum)));
    return new LedgerReconciliation(all.toList(), faults, null, Instant.EPOCH);
  }
}
