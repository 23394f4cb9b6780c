package io.clientele.domain.audit.chain;

import java.util.List;

/**
 * Reads blocks of the chain for receivers of events. Implementations are safe for use by many
 * threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface ChainProof {
  /**
   * Returns blocks in the order of their numbers.
   *
   * @param from the number of the first block, 1 or more
   * @param max at most so many blocks
   */
  List<BlockProof> blocks(long from, int max);
}
