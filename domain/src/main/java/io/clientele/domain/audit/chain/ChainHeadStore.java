package io.clientele.domain.audit.chain;

/**
 * Stores chain heads outside of the store of the chain, so that a cut-off end is found.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface ChainHeadStore {
  /** Returns the newest published head; {@link ChainHead#NONE} if none was published. */
  ChainHead newest();

  /** Stores this head unless a newer one is stored. */
  void publish(ChainHead head);
}
