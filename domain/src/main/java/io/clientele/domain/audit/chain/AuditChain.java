package io.clientele.domain.audit.chain;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains the entries of the trail by hashes, so that a later change, removal, insertion or change
 * of order is found. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface AuditChain {
  /**
   * Chains the entries that wait for it, as one block of {@link ChainBlock#ENTRIES_MAX} at most.
   * Every entry is chained once, however many do this at once.
   *
   * @return number of chained entries; 0 if none waits, or if another caller is chaining
   */
  int chain();

  /** Where the chain ends now. */
  ChainHead head();

  /** Whether the chain has, or had and went on from, this head. */
  boolean holds(ChainHead head);

  /**
   * Compares the entries of a span with the chain, the blocks of the span with each other, and the
   * chain with heads that are known from elsewhere and with all checkpoints. Finds keys of entries
   * that were destroyed without an erasure, too. Reads all blocks of the span: a checkpoint never
   * replaces one.
   */
  VerificationResult verify(AuditTimeRange span, Collection<ChainHead> known);

  /**
   * Verifies the next blocks of the whole chain with all their entries, and compares the chain with
   * heads that are known from elsewhere. At the end of the chain, finds entries outside of it and
   * checkpoints that the chain does not hold. Stores the checkpoint that it reaches.
   *
   * @param from where the last step ended; the chain must hold its head
   * @param blocks at most so many
   */
  Step verifyAfter(
      VerificationCheckpoint from, int blocks, Instant now, Collection<ChainHead> known);

  /** The newest checkpoint, or empty before the first. */
  Optional<VerificationCheckpoint> checkpoint();

  /** The newest checkpoint of a complete verification, or empty before the first. */
  Optional<VerificationCheckpoint> completed();

  /**
   * The result of one step of a verification of the whole chain.
   *
   * @param reached the new checkpoint; the old one if the step finds a fault
   * @param broken the first fault; null if there is none
   */
  record Step(VerificationCheckpoint reached, @Nullable Break broken) {}
}
