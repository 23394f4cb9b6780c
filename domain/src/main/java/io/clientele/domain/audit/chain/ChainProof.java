package io.clientele.domain.audit.chain;

import java.util.List;

/**
 * Reads blocks of the chain for receivers of events. Implementations are safe for use by many
 * threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when the chain cannot be
 * reached.
 */
public interface ChainProof {
  /**
   * Returns blocks in ascending order.
   *
   * @param from the number of the first block, 1 or more
   * @param max the greatest number of blocks
   */
  List<BlockProof> blocks(long from, int max);
}
