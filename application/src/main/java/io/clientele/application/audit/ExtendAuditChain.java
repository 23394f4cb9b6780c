package io.clientele.application.audit;

import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Chains unchained audit entries and publishes the head of the chain. Runs several times a second.
 */
public final class ExtendAuditChain {
  /**
   * A block takes records of one transaction whole, so a block that leaves some may not be full.
   */
  private static final int LEAVING_MIN = ChainBlock.ENTRIES_MAX / 4;

  private final AuditChain chain;
  private final KnownChainHeads known;
  private final Consumer<ChainHead> lost;

  /**
   * Extends this chain.
   *
   * @param lost called with a known head that the chain does not contain: the chain was cut or
   *     rewritten
   */
  public ExtendAuditChain(AuditChain chain, KnownChainHeads known, Consumer<ChainHead> lost) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.known = Objects.requireNonNull(known, "known");
    this.lost = Objects.requireNonNull(lost, "lost");
  }

  /**
   * Chains all unchained entries. If the chain lacks a known head it still grows, but no newer head
   * replaces the known one, which proves the loss.
   *
   * @return how many entries it chained; if it is busy, another instance was chaining and entries
   *     may wait
   */
  public AuditChain.Extension extend() {
    var last = chain.chain();
    var entries = last.entries();
    while (last.entries() >= LEAVING_MIN) {
      last = chain.chain();
      entries += last.entries();
    }
    var head = chain.head();
    if (!head.equals(known.get())) {
      var missing = known.all().stream().filter(one -> !chain.holds(one)).findFirst();
      missing.ifPresentOrElse(lost.andThen(known::lost), () -> known.saw(head));
    }
    return last.isBusy() ? last : AuditChain.Extension.of(entries);
  }
}
