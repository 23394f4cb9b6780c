package io.clientele.domain.audit.chain;

import io.clientele.domain.kernel.AuditEntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verification has found.
 *
 * @param entries of the span that stand in the chain as they were chained, up to the first that
 *     does not
 * @param unchained of the span, that no block holds yet
 * @param broken null if nothing is
 */
public record VerificationResult(long entries, long unchained, @Nullable Break broken) {
  /** Whether all is as it was. */
  public boolean isIntact() {
    return broken == null;
  }

  /**
   * Where the chain breaks first.
   *
   * @param block null if no block is to blame
   * @param entry the first that is broken; null where none is left to be named
   * @param at when that entry was made
   */
  public record Break(
      Fault fault, @Nullable Long block, @Nullable AuditEntryId entry, @Nullable Instant at) {
    static Break of(Fault fault, ChainBlock block) {
      var first = block.links().isEmpty() ? null : block.links().get(0);
      return first == null ? new Break(fault, block.number(), null, null) : of(fault, block, first);
    }

    static Break of(Fault fault, ChainBlock block, ChainBlock.Link link) {
      return new Break(fault, block.number(), link.id(), link.at());
    }
  }

  /** What is wrong. */
  public enum Fault {
    /** An entry is not what it was when it was chained. */
    ENTRY_CHANGED,
    /** An entry is gone. */
    ENTRY_MISSING,
    /** An entry stands in no block, and waits for none. */
    ENTRY_INSERTED,
    /** A block is not what it was, or not the one that is known from outside. */
    BLOCK_CHANGED,
    /** A block within the chain is gone. */
    BLOCK_MISSING,
    /** The chain ends before a block that is known from outside. */
    END_MISSING,
    /** The key of an entry was destroyed, though its account was not erased. */
    KEY_DESTROYED
  }
}
