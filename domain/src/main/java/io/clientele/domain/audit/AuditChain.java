package io.clientele.domain.audit;

import java.util.Collection;

/**
 * Chains what the trail holds, so that whatever is changed, removed, reordered or inserted later is
 * found. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.PortUnavailable} when they cannot know.
 */
public interface AuditChain {
  /**
   * Chains the entries that wait for it, as one block of {@link Block#ENTRIES_MAX} at most. Every
   * entry is chained once, however many do this at once.
   *
   * @return how many; 0 if none waits, or somebody else is at it
   */
  int chain();

  /** Where the chain ends now. */
  Head head();

  /** Whether the chain has, or had and went on from, this head. */
  boolean holds(Head head);

  /**
   * Compares the entries of a span with the chain, the blocks of the span with each other, and the
   * chain with heads that are known from elsewhere. Finds keys of entries that were destroyed
   * without an erasure, too.
   */
  Verification verify(AuditSpan span, Collection<Head> known);
}
