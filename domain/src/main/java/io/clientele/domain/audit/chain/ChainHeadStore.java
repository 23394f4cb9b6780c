package io.clientele.domain.audit.chain;

/**
 * Remembers how far the chain has come, outside of what keeps the chain. Implementations are safe
 * for use by many threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when they
 * cannot know.
 */
public interface ChainHeadStore {
  /** Returns the newest published head; {@link ChainHead#NONE} if none was published. */
  ChainHead newest();

  /** Remembers this one unless it knows a newer one. */
  void publish(ChainHead head);
}
