package io.clientele.domain.audit.chain;

import io.clientele.domain.kernel.AuditEntryId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param entries of the time range that are unchanged, up to the first fault
 * @param unchained entries of the time range that no block holds yet
 * @param broken the first fault; null if there is none
 */
public record VerificationResult(long entries, long unchained, @Nullable Break broken) {
  /** Whether no fault was found. */
  public boolean isIntact() {
    return broken == null;
  }

  /**
   * The first fault of the chain.
   *
   * @param block null if the fault is not of a block
   * @param entry the first broken entry; null if none can be named
   * @param at the time of that entry
   */
  public record Break(
      Fault fault, @Nullable Long block, @Nullable AuditEntryId entry, @Nullable Instant at) {
    public Break {
      Objects.requireNonNull(fault, "fault");
    }

    static Break of(Fault fault, ChainBlock block) {
      var first = block.links().isEmpty() ? null : block.links().get(0);
      return first == null ? new Break(fault, block.number(), null, null) : of(fault, block, first);
    }

    static Break of(Fault fault, ChainBlock block, ChainBlock.Link link) {
      return new Break(fault, block.number(), link.id(), link.at());
    }
  }

  /** The kinds of faults. */
  public enum Fault {
    /** An entry was changed after it was chained. */
    ENTRY_CHANGED,
    /** An entry is missing. */
    ENTRY_MISSING,
    /** An entry is in no block and is not waiting to be chained. */
    ENTRY_INSERTED,
    /** A block was changed, or is not the externally known one. */
    BLOCK_CHANGED,
    /** A block within the chain is missing. */
    BLOCK_MISSING,
    /** The chain ends before an externally known block. */
    END_MISSING,
    /** The key of an entry was destroyed, though its account was not erased. */
    KEY_DESTROYED
  }
}
