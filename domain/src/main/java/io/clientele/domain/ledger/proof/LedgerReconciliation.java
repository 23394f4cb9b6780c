package io.clientele.domain.ledger.proof;

import io.clientele.domain.ledger.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a reconciliation of the whole ledger at one instant.
 *
 * @param sums of all balances, by asset
 * @param faults the kinds of other faults
 * @param checkedTo the end of the whole days that are proved; null if none is
 */
public record LedgerReconciliation(
    List<AssetSum> sums, Set<Fault> faults, @Nullable Instant checkedTo, Instant asOf) {
  public LedgerReconciliation {
    Objects.requireNonNull(asOf, "asOf");
    sums = List.copyOf(Objects.requireNonNull(sums, "sums"));
    faults = Set.copyOf(Objects.requireNonNull(faults, "faults"));
  }

  /**
   * The sum of all balances of an asset, in minor units. It is 0 in a ledger that balances: each
   * leg takes from one pocket what it gives to another.
   */
  public record AssetSum(Asset asset, BigInteger sum) {
    public AssetSum {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(sum, "sum");
    }
  }

  /** The kinds of faults. */
  public enum Fault {
    /** A balance is not the sum of the entries of its pocket. */
    BALANCES,
    /** The numbers of the entries of a pocket have a gap. */
    NUMBERS,
    /** A held amount is not the sum of the rests of the open holds. */
    HOLDS,
    /** An available amount lies below the floor. */
    FLOORS,
    /** The entries of a transfer are not what its legs say. */
    LEGS
  }

  /** Whether all sums are 0 and nothing else is wrong. */
  public boolean isBalanced() {
    return faults.isEmpty() && sums.stream().allMatch(one -> one.sum().signum() == 0);
  }
}
