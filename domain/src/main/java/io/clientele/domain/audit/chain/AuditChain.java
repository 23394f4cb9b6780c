package io.clientele.domain.audit.chain;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains the entries of the trail by hashes, so that a later change, removal, insertion or
 * reordering is found. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the chain cannot be reached.
 */
public interface AuditChain {
  /**
   * Chains unchained entries as one block of at most {@link ChainBlock#ENTRIES_MAX}. Concurrent
   * callers chain every entry once.
   */
  Extension chain();

  /** Returns the end of the chain now. */
  ChainHead head();

  /** Whether this head is the end of the chain or an earlier block of it. */
  boolean holds(ChainHead head);

  /**
   * Compares the entries of a time range with the chain, the blocks of the range with each other,
   * and the chain with externally known heads and with all checkpoints. Also finds keys of entries
   * that were destroyed without an erasure. Reads all blocks of the range: a checkpoint never
   * replaces one.
   */
  VerificationResult verify(AuditTimeRange span, Collection<ChainHead> known);

  /**
   * Verifies the next blocks of the whole chain with all their entries, and compares the chain with
   * externally known heads. At the end of the chain, finds unchained entries that cannot be chained
   * and checkpoints that the chain does not contain. Stores the checkpoint that it reaches.
   *
   * @param from where the last step ended; the chain must contain its head
   * @param blocks the greatest number of blocks
   */
  Step verifyAfter(
      VerificationCheckpoint from, int blocks, Instant now, Collection<ChainHead> known);

  /** Returns the newest checkpoint; empty before the first. */
  Optional<VerificationCheckpoint> checkpoint();

  /** Returns the newest checkpoint of a complete verification; empty before the first. */
  Optional<VerificationCheckpoint> completed();

  /**
   * The result of an attempt to extend the chain.
   *
   * @param entries the number of chained entries, from 0
   * @param isBusy whether another caller was chaining, so that entries may still wait
   */
  record Extension(int entries, boolean isBusy) {
    /** Another caller was chaining. */
    public static final Extension BUSY = new Extension(0, true);

    /** Returns the result of an attempt that chained this many entries. */
    public static Extension of(int entries) {
      return new Extension(entries, false);
    }
  }

  /**
   * The result of one step of a verification of the whole chain.
   *
   * @param reached the new checkpoint; the old one if the step finds a fault
   * @param broken the first fault; null if there is none
   */
  record Step(VerificationCheckpoint reached, @Nullable Break broken) {
    public Step {
      Objects.requireNonNull(reached, "reached");
    }
  }
}
