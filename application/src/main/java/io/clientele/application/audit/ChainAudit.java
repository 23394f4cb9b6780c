package io.clientele.application.audit;

import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.Block;
import io.clientele.domain.audit.Head;
import java.util.function.Consumer;

/** Chains what waits for it, and makes known how far the chain has come. To be run every moment. */
public final class ChainAudit {
  private final AuditChain chain;
  private final KnownHeads known;
  private final Consumer<Head> lost;

  /**
   * Chains this.
   *
   * @param lost hears of a head that was known and that the chain does not hold: somebody has cut
   *     or rewritten it
   */
  public ChainAudit(AuditChain chain, KnownHeads known, Consumer<Head> lost) {
    this.chain = chain;
    this.known = known;
    this.lost = lost;
  }

  /**
   * Chains all there is. A chain that does not hold what was known of it grows on, but no newer
   * head takes the place of the one that proves it.
   */
  public void chain() {
    var chained = Block.ENTRIES_MAX;
    while (chained == Block.ENTRIES_MAX) {
      chained = chain.chain();
    }
    var head = chain.head();
    if (!head.equals(known.get())) {
      var missing = known.all().stream().filter(one -> !chain.holds(one)).findFirst();
      missing.ifPresentOrElse(lost, () -> known.saw(head));
    }
  }
}
