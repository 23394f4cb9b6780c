package io.clientele.inmemory.ledger;

import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.proof.LedgerReconciliation;
import io.clientele.domain.ledger.proof.LedgerReconciliation.AssetSum;
import io.clientele.domain.ledger.proof.LedgerReconciliation.Fault;
import io.clientele.domain.ledger.transfer.Entry;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Reconciles a ledger in memory. Proves no days. Safe for use by many threads. */
public final class InMemoryLedgerProof implements LedgerProof {
  private final InMemoryLedger ledger;
  private final InstantSource clock;

  public InMemoryLedgerProof(InMemoryLedger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public LedgerReconciliation reconcile() {
    synchronized (ledger) {
      var sums = new TreeMap<AssetCode, AssetSum>();
      var faults = EnumSet.noneOf(Fault.class);
      for (var pocket : ledger.rows().pockets()) {
        var balance = ledger.balance(pocket.id());
        var entries = ledger.rows().entries(pocket.id());
        sums.merge(
            pocket.asset().code(),
            new AssetSum(pocket.asset(), balance.posted()),
            (one, two) -> new AssetSum(one.asset(), one.sum().add(two.sum())));
        if (!balance.posted().equals(sum(entries, Entry::delta))
            || !balance.held().equals(sum(entries, Entry::heldDelta))) {
          faults.add(Fault.BALANCES);
        }
        if (balance.seq() != entries.size()) {
          faults.add(Fault.NUMBERS);
        }
        if (pocket.floor() != null && balance.available().compareTo(pocket.floor()) < 0) {
          faults.add(Fault.FLOORS);
        }
      }
      return new LedgerReconciliation(List.copyOf(sums.values()), faults, null, clock.instant());
    }
  }

  private static BigInteger sum(List<Entry> entries, Function<Entry, BigInteger> amount) {
    return entries.stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Override
  public DayProof proveNextDay() {
    ledger.rows();
    return DayProof.NOTHING_TO_PROVE;
  }
}
